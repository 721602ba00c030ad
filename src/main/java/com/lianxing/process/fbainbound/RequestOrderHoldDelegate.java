package com.lianxing.process.fbainbound;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestOrderHold}: the price of the order is to be set aside. */
@Component
class RequestOrderHoldDelegate implements JavaDelegate {

    private static final Var<String> AMOUNT = Var.string("orderAmount");
    private static final Var<String> CURRENCY = Var.string("orderCurrency");
    private static final Var<String> REASON = Var.string("orderReason");
    private static final Var<String> SUPPLIER = Var.string("supplierId");
    private static final Var<Long> QUOTES = Var.number("quotesCount");

    private final BudgetRequests requests;

    RequestOrderHoldDelegate(BudgetRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Money price = Money.parse(AMOUNT.in(execution), CURRENCY.in(execution));
        requests.askToBuy(
                execution,
                project,
                BudgetLine.PRODUCT,
                price,
                REASON.in(execution),
                SUPPLIER.in(execution),
                Math.toIntExact(QUOTES.in(execution)));
    }
}
