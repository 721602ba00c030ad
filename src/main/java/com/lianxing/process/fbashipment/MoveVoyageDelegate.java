package com.lianxing.process.fbashipment;

import com.lianxing.inbound.Voyages.Cause;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_moveVoyage}: another vessel takes the goods; every later deadline moves, and the project is told. */
@Component
class MoveVoyageDelegate implements JavaDelegate {

    private final Entered entered;
    private final ShipmentDates dates;

    MoveVoyageDelegate(Entered entered, ShipmentDates dates) {
        this.entered = entered;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dates.sail(execution, Cause.ROLLED, PlanVoyageDelegate.voyage(entered.of(execution, "roll-to-next-vessel")));
    }
}
