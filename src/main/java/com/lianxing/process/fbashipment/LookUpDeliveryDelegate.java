package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.ShipmentTerms.Term;
import com.lianxing.process.fbashipment.Entered.Form;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_lookUpDelivery}: until when the truck must have come, and whether it has already. */
@Component
class LookUpDeliveryDelegate implements JavaDelegate {

    private static final ZoneId AMAZON = ZoneId.of("America/Los_Angeles");

    private final JavaDelegate fact;
    private final Entered entered;
    private final FirstArrival arrivals;
    private final ShipmentDates dates;

    LookUpDeliveryDelegate(ShipmentFacts facts, Entered entered, FirstArrival arrivals, ShipmentDates dates) {
        this.fact = facts.lookUp(FbaShipment.GOODS_DELIVERED, FbaShipment.DELIVERED);
        this.entered = entered;
        this.arrivals = arrivals;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) throws Exception {
        dates.move(
                execution,
                FbaShipment.DELIVERY_DUE_AT,
                due(execution, entered.of(execution, "arrange-delivery")),
                "DELIVERY_ARRANGED");
        Instant first = arrivals.of(FbaShipment.project(execution));
        after(execution, first, Term.SPLIT_DAYS_TO_REMIND, true);
        after(execution, first, Term.SPLIT_DAYS_AFTER_FIRST, false);
        fact.execute(execution);
    }

    private void after(DelegateExecution execution, Instant first, Term days, boolean reminder) {
        dates.move(
                execution,
                reminder ? FbaShipment.FIRST_ARRIVAL_REMINDER_AT : FbaShipment.SPLITS_DUE_AT,
                ShipmentDates.at(first.plus(dates.days(days)), AMAZON, DeadlineKind.PLATFORM),
                "FIRST_ARRIVAL");
    }

    /** The end of the delivery window that counts, or a day after the appointment where the risk was accepted. */
    private Deadline due(DelegateExecution execution, Form form) {
        Deadline appointment = form.deadline("appointment", DeadlineKind.PLATFORM);
        Deadline dayAfter = ShipmentDates.shifted(appointment, Duration.ofDays(1), DeadlineKind.PLATFORM);
        return switch (form.required("windowChoice")) {
            case "CHANGE_WINDOW" ->
                Deadline.endOf(form.date("newWindowTo").orElseThrow(), AMAZON, DeadlineKind.PLATFORM);
            case "WITHIN_WINDOW" ->
                entered.deliveryWindow(FbaShipment.project(execution))
                        .flatMap(plan -> plan.date("windowTo"))
                        .map(last -> Deadline.endOf(last, AMAZON, DeadlineKind.PLATFORM))
                        .orElse(dayAfter);
            default -> dayAfter;
        };
    }
}
