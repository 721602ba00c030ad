package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.Var;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Until when Amazon takes a claim, and when to remind of it. */
@Component
class ClaimWindow {

    private static final String REASON = "CLAIM_WINDOW";

    private final ShipmentDates dates;

    ClaimWindow(ShipmentDates dates) {
        this.dates = dates;
    }

    void open(DelegateExecution execution, Deadline end) {
        dates.move(execution, FbaShipment.CLAIM_WINDOW_END_AT, end, REASON);
        remind(execution, FbaShipment.CLAIM_REMIND_14_AT, end, 14);
        remind(execution, FbaShipment.CLAIM_REMIND_7_AT, end, 7);
        remind(execution, FbaShipment.CLAIM_REMIND_3_AT, end, 3);
    }

    private void remind(DelegateExecution execution, Var<Date> date, Deadline end, int daysBefore) {
        Deadline reminder = ShipmentDates.shifted(end, Duration.ofDays(-daysBefore), DeadlineKind.PLATFORM);
        dates.move(execution, date, reminder, REASON);
    }
}
