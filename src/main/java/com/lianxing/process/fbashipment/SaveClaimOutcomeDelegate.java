package com.lianxing.process.fbashipment;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.CreditRequest;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.project.OutsideFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveClaimOutcome}: what Amazon pays lowers the cost of what was lost. */
@Component
class SaveClaimOutcomeDelegate implements JavaDelegate {

    private static final Var<String> RESOLVED_USD = Var.string("resolvedUsd");

    private final JavaDelegate fact;
    private final OutsideFacts facts;
    private final Entered entered;
    private final BudgetLedger ledger;
    private final ActingPerson actor;

    SaveClaimOutcomeDelegate(
            ShipmentFacts shipment, OutsideFacts facts, Entered entered, BudgetLedger ledger, ActingPerson actor) {
        this.fact = shipment.save(FbaShipment.CLAIM_SETTLED, FbaShipment.CLAIM_RESOLVED, null);
        this.facts = facts;
        this.entered = entered;
        this.ledger = ledger;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) throws Exception {
        fact.execute(execution);
        String shipment = FbaShipment.shipment(execution);
        RESOLVED_USD
                .find(execution)
                .or(() ->
                        facts.latest(FbaShipment.CLAIM_SETTLED, shipment).flatMap(report -> report.text("resolvedUsd")))
                .map(paid -> Money.parse(paid, "USD"))
                .filter(Money::isPositive)
                .ifPresent(paid -> credit(execution, paid));
    }

    private void credit(DelegateExecution execution, Money paid) {
        String claim = entered.of(execution, "file-claim").required("claimId");
        ledger.credit(new CreditRequest(
                FbaShipment.shipment(execution) + ":CLAIM:" + claim,
                FbaShipment.project(execution),
                BudgetLine.LOSS,
                Charge.inDollars(paid),
                claim,
                Mandate.of(actor.id()),
                "claim paid"));
    }
}
