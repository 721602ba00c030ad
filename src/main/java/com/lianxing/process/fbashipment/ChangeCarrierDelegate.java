package com.lianxing.process.fbashipment;

import com.lianxing.inbound.Voyages.Cause;
import com.lianxing.ledger.AdjustRequest;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.HoldResult;
import com.lianxing.ledger.Mandate;
import com.lianxing.process.engine.ActingPerson;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_changeCarrier}: what the new carrier costs less is given back; every later date follows from the new
 * booking. What it costs more was added by its approval.
 */
@Component
class ChangeCarrierDelegate implements JavaDelegate {

    private final CarrierOffer offer;
    private final ShipmentDates dates;
    private final BudgetLedger ledger;
    private final ActingPerson actor;

    ChangeCarrierDelegate(CarrierOffer offer, ShipmentDates dates, BudgetLedger ledger, ActingPerson actor) {
        this.offer = offer;
        this.dates = dates;
        this.ledger = ledger;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Charge asked = Charge.inDollars(offer.asked(execution).usd());
        if (asked.usd().compareTo(offer.held(execution).orElseThrow()) < 0) {
            HoldResult result = ledger.adjust(new AdjustRequest(
                    execution.getActivityInstanceId(),
                    FbaShipment.FREIGHT_HOLD_ID.in(execution),
                    asked,
                    Mandate.of(actor.id()),
                    offer.form(execution).required("changeReason")));
            if (result instanceof HoldResult.Refused refused) {
                throw new IllegalStateException("less freight was refused: " + refused);
            }
        }
        dates.sail(execution, Cause.CARRIER_CHANGED, PlanVoyageDelegate.voyage(offer.form(execution)));
    }
}
