package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_expireRequest}: the day it was needed came before the decision. Time never approves. */
@Component
class ExpireRequestDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;
    private final ApprovalNotices notices;

    ExpireRequestDelegate(ApprovalRequests approvals, ApprovalNotices notices) {
        this.approvals = approvals;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ApprovalRequest request =
                approvals.ofInstance(execution.getProcessInstanceId()).orElseThrow();
        Outcome outcome = approvals.expire(request.id());
        BudgetApproval.decide(execution, outcome);
        notices.closed(request, outcome);
    }
}
