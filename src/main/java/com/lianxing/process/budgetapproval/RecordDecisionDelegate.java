package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.DecisionResult;
import com.lianxing.approval.DecisionResult.Refused;
import com.lianxing.approval.Outcome;
import com.lianxing.approval.Verdict;
import com.lianxing.process.engine.Refusal;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_recordDecision}: writes down what the signed-in person decided, in the transaction of the click.
 * Which request it is about is taken from the request's own record, not from a variable.
 */
@Component
class RecordDecisionDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;
    private final ApprovalNotices notices;
    private final IdentityService identity;

    RecordDecisionDelegate(ApprovalRequests approvals, ApprovalNotices notices, IdentityService identity) {
        this.approvals = approvals;
        this.notices = notices;
        this.identity = identity;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ApprovalRequest request =
                approvals.ofInstance(execution.getProcessInstanceId()).orElseThrow();
        DecisionResult result = approvals.decide(
                request.id(),
                BudgetApproval.POSITION.in(execution).intValue(),
                person(),
                Verdict.valueOf(BudgetApproval.VERDICT.in(execution)),
                BudgetApproval.COMMENT.find(execution).orElse(""),
                BudgetApproval.SHOWN_HASH.find(execution).orElse(null),
                execution.getProcessDefinitionId());
        if (result instanceof Refused refused) {
            throw Refusal.duty(refused.conflict().name());
        }
        Outcome outcome = approvals.require(request.id()).outcome();
        if (outcome != null) {
            BudgetApproval.decide(execution, outcome);
            notices.closed(request, outcome);
        }
    }

    private String person() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .orElseThrow(() -> Refusal.duty("DUTY_NOBODY"));
    }
}
