package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordRefusal}: nobody is asked, and the requester is told why. */
@Component
class RecordRefusalDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;
    private final RequestEnd end;

    RecordRefusalDelegate(ApprovalRequests approvals, RequestEnd end) {
        this.approvals = approvals;
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        end.of(execution, approvals::refuse);
    }
}
