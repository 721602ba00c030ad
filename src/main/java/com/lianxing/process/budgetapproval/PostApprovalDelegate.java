package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_postApproval}: posts to the ledger what all have approved, or says that it no longer fits. */
@Component
class PostApprovalDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;
    private final RequestEnd end;

    PostApprovalDelegate(ApprovalRequests approvals, RequestEnd end) {
        this.approvals = approvals;
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        end.of(execution, approvals::post);
    }
}
