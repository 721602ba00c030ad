package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_remindApprover}: reminds whoever is asked. */
@Component
class RemindApproverDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;
    private final ApprovalNotices notices;

    RemindApproverDelegate(ApprovalRequests approvals, ApprovalNotices notices) {
        this.approvals = approvals;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int position = BudgetApproval.POSITION.in(execution).intValue();
        approvals
                .ofInstance(execution.getProcessInstanceId())
                .ifPresent(request -> notices.reminded(request, position));
    }
}
