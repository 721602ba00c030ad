package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_escalateApproval}: tells whoever can decide next that nobody has. */
@Component
class EscalateApprovalDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;
    private final ApprovalNotices notices;

    EscalateApprovalDelegate(ApprovalRequests approvals, ApprovalNotices notices) {
        this.approvals = approvals;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int position = BudgetApproval.POSITION.in(execution).intValue();
        approvals
                .ofInstance(execution.getProcessInstanceId())
                .ifPresent(request -> notices.escalated(request, position));
    }
}
