package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.inbound.ShipmentTerms;
import com.lianxing.inbound.ShipmentTerms.Term;
import com.lianxing.process.engine.Var;
import com.lianxing.project.OutsideFacts;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_lookUpRelease}: the entry is filed, so the summary is due so many federal working days later (19 CFR
 * 142.12(b)); and customs may have decided already.
 */
@Component
class LookUpReleaseDelegate implements JavaDelegate {

    static final List<String> DECISIONS =
            List.of(FbaShipment.CUSTOMS_RELEASED, FbaShipment.CUSTOMS_HELD, FbaShipment.CUSTOMS_REFUSED);

    private final OutsideFacts facts;
    private final Entered entered;
    private final ShipmentTerms terms;
    private final ShipmentDates dates;

    LookUpReleaseDelegate(OutsideFacts facts, Entered entered, ShipmentTerms terms, ShipmentDates dates) {
        this.facts = facts;
        this.entered = entered;
        this.terms = terms;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate entry = entered.of(execution, "file-entry").date("entryDate").orElseThrow();
        due(execution, FbaShipment.SUMMARY_ALERT_AT, entry, Term.SUMMARY_WORKING_DAYS_TO_ALERT);
        due(execution, FbaShipment.SUMMARY_ESCALATE_AT, entry, Term.SUMMARY_WORKING_DAYS_TO_ESCALATE);
        due(execution, FbaShipment.ENTRY_SUMMARY_DUE_AT, entry, Term.SUMMARY_WORKING_DAYS);
        new LookUpNewsDelegate(facts, DECISIONS, FbaShipment.CUSTOMS_FACT_ID, FbaShipment.RELEASED).execute(execution);
    }

    private void due(DelegateExecution execution, Var<Date> date, LocalDate entry, Term workingDays) {
        LocalDate day = WorkingCalendar.usFederal().nthWorkingDayAfter(entry, terms.of(workingDays));
        dates.move(execution, date, Deadline.endOf(day, ShipmentDates.CUSTOMS, DeadlineKind.LEGAL), "ENTRY_FILED");
    }
}
