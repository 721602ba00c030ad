package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.FundsCheck;
import com.lianxing.money.Money;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_checkFunds}: holds the request against the budget and hands the decision tables what they read. */
@Component
class CheckFundsDelegate implements JavaDelegate {

    private final ApprovalRequests approvals;

    CheckFundsDelegate(ApprovalRequests approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String requestId = BudgetApproval.REQUEST_ID.in(execution);
        FundsCheck check = approvals.checkFunds(requestId, execution.getProcessInstanceId());
        DecisionInputs.set(execution, check);
        ApprovalRequest request = approvals.require(requestId);
        BudgetApproval.NEED_BY_AT.set(execution, Date.from(request.needBy().instant()));
        Money usd = request.usd();
        if (usd != null) {
            BudgetApproval.REQUESTED_USD_MINOR.set(execution, usd.minor());
        }
    }
}
