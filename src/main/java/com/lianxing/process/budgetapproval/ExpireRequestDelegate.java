package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_expireRequest}: the day it was needed came before the decision. Time never approves. */
@Component
class ExpireRequestDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;
    private final RequestEnd end;

    ExpireRequestDelegate(ApprovalRequests approvals, RequestEnd end) {
        this.approvals = approvals;
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        end.of(execution, approvals::expire);
    }
}
