package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.Route;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_nameApprovers}: turns route and level into people; the highest of what amount, overrun and vendor ask for counts. */
@Component
class NameApproversDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;

    NameApproversDelegate(ApprovalRequests approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String requestId = BudgetApproval.REQUEST_ID.in(execution);
        Route route = Route.named(BudgetApproval.ROUTE.find(execution).orElse(""));
        int byAmount = Route.level(BudgetApproval.AMOUNT_LEVEL.find(execution).orElse(null));
        int byOverrun = Route.level(BudgetApproval.OVERRUN_LEVEL.find(execution).orElse(null));
        int level = Math.max(approvals.leastLevel(requestId), Math.max(byAmount, byOverrun));
        int steps = approvals.nameApprovers(requestId, route, level).size();
        BudgetApproval.APPROVER_COUNT.setTransient(execution, (long) steps);
        // Stored with the request by now.
        BudgetApproval.ROUTE.remove(execution);
        BudgetApproval.AMOUNT_LEVEL.remove(execution);
        BudgetApproval.OVERRUN_LEVEL.remove(execution);
    }
}
