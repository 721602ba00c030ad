package com.lianxing.process.fbashipment;

import com.lianxing.costing.Payments;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.Charge;
import com.lianxing.money.Money;
import com.lianxing.process.fbashipment.Entered.Form;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What a new carrier asks, against what is set aside for the freight. */
@Component
class CarrierOffer {

    static final String STEP = "compare-carriers";

    private final Entered entered;
    private final Payments payments;
    private final BudgetLedger ledger;

    CarrierOffer(Entered entered, Payments payments, BudgetLedger ledger) {
        this.entered = entered;
        this.payments = payments;
        this.ledger = ledger;
    }

    Form form(VariableScope scope) {
        return entered.of(scope, STEP);
    }

    /** What the last offer entered costs at today's budget rate. */
    Charge asked(VariableScope scope) {
        Form form = form(scope);
        return charge(Money.parse(form.required("freightAmount"), form.required("freightCurrency")))
                .orElseThrow(() -> new IllegalStateException("no rate of " + form.required("freightCurrency")));
    }

    Optional<Charge> charge(Money amount) {
        return payments.charge(amount);
    }

    /** What is held for the freight of the shipment; empty before its booking is approved. */
    Optional<Money> held(VariableScope scope) {
        return FbaShipment.FREIGHT_HOLD_ID.find(scope).flatMap(ledger::holdTotal);
    }
}
