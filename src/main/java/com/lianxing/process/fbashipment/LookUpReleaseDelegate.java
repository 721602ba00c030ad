package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.inbound.OutsideFacts;
import com.lianxing.process.engine.Var;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_lookUpRelease}: the entry is filed; the summary is due ten federal working days later (19 CFR 142.12(b)). */
@Component
class LookUpReleaseDelegate implements JavaDelegate {

    private static final Var<String> ENTRY_DATE = Var.string("entryDate");
    private static final ZoneId CUSTOMS = ZoneId.of("America/New_York");
    private static final int SUMMARY_WORKING_DAYS = 10;

    private final OutsideFacts facts;

    LookUpReleaseDelegate(OutsideFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate entryDate = LocalDate.parse(ENTRY_DATE.in(execution));
        LocalDate due = WorkingCalendar.usFederal().nthWorkingDayAfter(entryDate, SUMMARY_WORKING_DAYS);
        Deadline deadline = Deadline.endOf(due, CUSTOMS, DeadlineKind.LEGAL);
        FbaShipment.ENTRY_SUMMARY_DUE_AT.set(execution, Date.from(deadline.instant()));
        String shipment = FbaShipment.SHIPMENT_ID.in(execution);
        FbaShipment.RELEASED.set(
                execution,
                facts.beforeWaiting(FbaShipment.project(execution), FbaShipment.CUSTOMS_RELEASED, shipment)
                        .isPresent());
    }
}
