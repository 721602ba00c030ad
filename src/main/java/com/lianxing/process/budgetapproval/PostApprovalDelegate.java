package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_postApproval}: posts to the ledger what all have approved, or says that it no longer fits. */
@Component
class PostApprovalDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;
    private final ApprovalNotices notices;

    PostApprovalDelegate(ApprovalRequests approvals, ApprovalNotices notices) {
        this.approvals = approvals;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ApprovalRequest request =
                approvals.ofInstance(execution.getProcessInstanceId()).orElseThrow();
        Outcome outcome = approvals.post(request.id());
        BudgetApproval.decide(execution, outcome);
        notices.closed(request, outcome);
    }
}
