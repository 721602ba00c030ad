package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.Ask;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takeNextApprover}: whom this step asks, and when he is reminded and somebody above is told. */
@Component
class TakeNextApproverDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;

    TakeNextApproverDelegate(ApprovalRequests approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int position = BudgetApproval.POSITION.in(execution).intValue();
        Ask ask = approvals.ask(BudgetApproval.REQUEST_ID.in(execution), position);
        BudgetApproval.APPROVER_GROUP.setLocalTransient(
                execution, ask.step().role().id());
        BudgetApproval.APPROVER_ID.setLocalTransient(execution, ask.step().person());
        BudgetApproval.REMIND_AT.setLocal(execution, Date.from(ask.times().remindAt()));
        BudgetApproval.ESCALATE_AT.setLocal(execution, Date.from(ask.times().escalateAt()));
    }
}
