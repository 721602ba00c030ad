package com.lianxing.inbound;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.ShipmentTerms.Term;
import com.lianxing.project.ProjectCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The last day by which Amazon wants all of a plan, counted from when the plan was made; later it may charge a fee. */
@Service
public class ArrivalLimit {

    private static final ZoneId AMAZON = ZoneId.of("America/Los_Angeles");

    private final InboundPlans plans;
    private final ShipmentTerms terms;

    ArrivalLimit(InboundPlans plans, ShipmentTerms terms) {
        this.plans = plans;
        this.terms = terms;
    }

    /** Empty while the project has no plan. */
    public Optional<Deadline> of(ProjectCode project) {
        return plans.createdAt(project).map(made -> days(made, terms.of(Term.ARRIVAL_DAYS_AFTER_PLAN)));
    }

    /** When people are to hear of what has not arrived yet. */
    public Optional<Deadline> reminder(ProjectCode project) {
        return plans.createdAt(project)
                .map(made -> days(
                        made, terms.of(Term.ARRIVAL_DAYS_AFTER_PLAN) - terms.of(Term.ARRIVAL_DAYS_TO_REMIND_BEFORE)));
    }

    private static Deadline days(Instant made, int days) {
        LocalDate day = LocalDate.ofInstant(made.plus(Duration.ofDays(days)), AMAZON);
        return Deadline.endOf(day, AMAZON, DeadlineKind.PLATFORM);
    }
}
