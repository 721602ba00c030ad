package com.lianxing.process.fbashipment;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.Voyages.Cause;
import com.lianxing.inbound.Voyages.Voyage;
import com.lianxing.process.fbashipment.Entered.Form;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_planVoyage}: the booking is approved, and the dates follow from it (19 CFR 149.2). */
@Component
class PlanVoyageDelegate implements JavaDelegate {

    private final Entered entered;
    private final ShipmentDates dates;

    PlanVoyageDelegate(Entered entered, ShipmentDates dates) {
        this.entered = entered;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FbaShipment.IS_ISF_ACCEPTED.set(execution, false);
        FbaShipment.FREIGHT_HOLD_ID.set(execution, FbaShipment.REQUEST_ID.in(execution));
        dates.sail(execution, Cause.BOOKED, voyage(entered.of(execution, "book-carrier")));
    }

    /** What a form that asks for a vessel says of its dates. */
    static Voyage voyage(Form form) {
        return new Voyage(
                form.deadline("documentCutoff", DeadlineKind.CONTRACT),
                form.deadline("lading", DeadlineKind.CONTRACT),
                form.deadline("arrival", DeadlineKind.CONTRACT));
    }
}
