package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.Outcome;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** How a request ends: its outcome goes to whoever called the process, and to the person who asked. */
@Component
class RequestEnd {

    private final ApprovalRequests approvals;
    private final ApprovalNotices notices;

    RequestEnd(ApprovalRequests approvals, ApprovalNotices notices) {
        this.approvals = approvals;
        this.notices = notices;
    }

    /** @param closing of the request with that id, answering its outcome */
    void of(DelegateExecution execution, Function<String, Outcome> closing) {
        ApprovalRequest request =
                approvals.ofInstance(execution.getProcessInstanceId()).orElseThrow();
        Outcome outcome = closing.apply(request.id());
        BudgetApproval.decide(execution, outcome);
        notices.closed(request, outcome);
    }
}
