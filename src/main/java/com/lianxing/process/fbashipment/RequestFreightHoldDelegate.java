package com.lianxing.process.fbashipment;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestFreightHold}: the freight is to be set aside. */
@Component
class RequestFreightHoldDelegate implements JavaDelegate {

    private static final Var<String> AMOUNT = Var.string("freightAmount");
    private static final Var<String> CURRENCY = Var.string("freightCurrency");
    private static final Var<String> FORWARDER = Var.string("forwarderId");
    private static final Var<String> BOOKING = Var.string("bookingNo");

    private final BudgetRequests requests;
    private final QuoteComparisons comparisons;

    RequestFreightHoldDelegate(BudgetRequests requests, QuoteComparisons comparisons) {
        this.requests = requests;
        this.comparisons = comparisons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.askToBuy(
                execution,
                FbaShipment.project(execution),
                BudgetLine.FREIGHT,
                Money.parse(AMOUNT.in(execution), CURRENCY.in(execution)),
                FbaShipment.SHIPMENT_ID.in(execution) + " " + BOOKING.in(execution),
                FORWARDER.in(execution),
                comparisons.quotesCompared(FbaShipment.project(execution), Purchase.FREIGHT));
    }
}
