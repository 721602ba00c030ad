package com.lianxing.process.fbashipment;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.NewRequest;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_compareCarriers}: what the new carrier costs more is asked for, to be added to what is held. */
@Component
class CompareCarriersDelegate implements JavaDelegate {

    private final CarrierOffer offer;
    private final ApprovalRequests requests;
    private final QuoteComparisons comparisons;
    private final ActingPerson actor;

    CompareCarriersDelegate(
            CarrierOffer offer, ApprovalRequests requests, QuoteComparisons comparisons, ActingPerson actor) {
        this.offer = offer;
        this.requests = requests;
        this.comparisons = comparisons;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Money more = offer.asked(execution).usd().minus(offer.held(execution).orElseThrow());
        FbaShipment.CARRIER_COSTS_MORE.setLocal(execution, more.isPositive());
        FbaShipment.CARRIER_DECISION.setLocal(execution, "");
        if (more.isPositive()) {
            NewRequest request = NewRequest.commitment(
                            BudgetRequests.id(execution),
                            FbaShipment.project(execution),
                            BudgetLine.FREIGHT,
                            more,
                            actor.id(),
                            offer.form(execution).required("changeReason"),
                            BudgetRequests.neededBy(execution))
                    .boughtFrom(
                            UUID.fromString(offer.form(execution).required("forwarderId")),
                            comparisons.quotesCompared(FbaShipment.project(execution), Purchase.FREIGHT));
            String id = requests.openToRaise(FbaShipment.FREIGHT_HOLD_ID.in(execution), request);
            FbaShipment.CARRIER_REQUEST_ID.setLocal(execution, id);
        }
    }
}
