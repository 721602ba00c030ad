package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.reference.ReferenceValues;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.stereotype.Service;

/** The terms a shipment goes by, as reference values: what a law, a port, Amazon or we ourselves say today. */
@Service
public class ShipmentTerms {

    private static final ZoneId CUSTOMS = ZoneId.of("America/New_York");

    private final ReferenceValues values;
    private final Clock clock;

    ShipmentTerms(ReferenceValues values, Clock clock) {
        this.values = values;
        this.clock = clock;
    }

    /** One term; its unit stands in the name. */
    public enum Term {
        ISF_HOURS_BEFORE_LADING("customs.isf.beforeLading"),
        ISF_HOURS_BEFORE_ARRIVAL("customs.isf.beforeArrival"),
        ISF_HOURS_OF_FIRST_REMINDER("customs.isf.firstReminder"),
        ISF_HOURS_OF_SECOND_REMINDER("customs.isf.secondReminder"),
        ENTRY_DAYS_AFTER_LANDING("customs.entry.afterLanding"),
        SUMMARY_WORKING_DAYS("customs.summary.afterEntry"),
        SUMMARY_WORKING_DAYS_TO_ALERT("customs.summary.financeAlert"),
        SUMMARY_WORKING_DAYS_TO_ESCALATE("customs.summary.escalation"),
        FREE_DAYS_AT_PORT("port.freeTime"),
        DEPARTURE_DAYS_OF_PATIENCE("shipment.departure.patience"),
        SPLIT_DAYS_AFTER_FIRST("amazon.splits.afterFirst"),
        SPLIT_DAYS_TO_REMIND("amazon.splits.reminder"),
        RECEIVING_DAYS_OF_PATIENCE("amazon.receiving.patience"),
        RECONCILE_DAYS_AFTER_DELIVERY("amazon.reconcile.afterDelivery"),
        /** By when all of a plan must have arrived from abroad, else Amazon may charge a defect fee. */
        ARRIVAL_DAYS_AFTER_PLAN("amazon.arrival.afterPlan"),
        ARRIVAL_DAYS_TO_REMIND_BEFORE("amazon.arrival.reminder"),
        /** Of the units sent, how many may be missing. */
        RECEIPT_TOLERANCE_PERCENT("amazon.receipt.tolerance");

        private final String key;

        Term(String key) {
            this.key = key;
        }
    }

    /** @throws IllegalStateException if nobody has entered a value for today */
    public int of(Term term) {
        return values.find(term.key, "US", clock.today(CUSTOMS))
                .orElseThrow(() -> new IllegalStateException("there is no reference value " + term.key + " of US"))
                .number()
                .intValueExact();
    }

    public Duration hours(Term term) {
        return Duration.ofHours(of(term));
    }
}
