package com.lianxing.process.fbainbound;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.process.quotecomparison.QuoteOffers;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Comparison;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
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
    private static final Var<String> QUOTE = Var.string("orderQuoteNo");

    private final BudgetRequests requests;
    private final QuoteOffers offers;
    private final QuoteComparisons comparisons;

    RequestOrderHoldDelegate(BudgetRequests requests, QuoteOffers offers, QuoteComparisons comparisons) {
        this.requests = requests;
        this.offers = offers;
        this.comparisons = comparisons;
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
                choose(execution, project));
    }

    /** Remembers which offer the order takes up, if there was one. Returns among how many good ones. */
    private int choose(DelegateExecution execution, ProjectCode project) {
        Comparison comparison = offers.of(project, Purchase.GOODS);
        QUOTE.find(execution)
                .flatMap(comparison::find)
                .ifPresent(winner ->
                        comparisons.choose(project, comparison, winner, REASON.in(execution), requests.person()));
        return comparison.valid().size();
    }
}
