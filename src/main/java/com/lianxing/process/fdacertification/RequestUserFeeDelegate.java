package com.lianxing.process.fdacertification;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestUserFee}: the fee is to be set aside. */
@Component
class RequestUserFeeDelegate implements JavaDelegate {

    private static final Var<String> FEE = Var.string("feeUsd");

    private final BudgetRequests requests;

    RequestUserFeeDelegate(BudgetRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.askFor(
                execution,
                ProjectProcess.project(execution),
                BudgetLine.USER_FEE,
                Money.parse(FEE.in(execution), "USD"),
                FdaCertification.FILING_ID.in(execution));
    }
}
