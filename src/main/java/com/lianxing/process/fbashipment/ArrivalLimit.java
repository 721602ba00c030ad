package com.lianxing.process.fbashipment;

import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.ShipmentTerms;
import com.lianxing.inbound.ShipmentTerms.Term;
import com.lianxing.project.ProjectCode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last day by which Amazon wants all of a plan, counted from when the plan was made; later it may charge a fee. */
@Component
class ArrivalLimit {

    private static final ZoneId AMAZON = ZoneId.of("America/Los_Angeles");

    private final InboundPlans plans;
    private final ShipmentTerms terms;

    ArrivalLimit(InboundPlans plans, ShipmentTerms terms) {
        this.plans = plans;
        this.terms = terms;
    }

    /** Empty while the project has no plan. */
    Optional<LocalDate> of(ProjectCode project) {
        return plans.createdAt(project)
                .map(made -> made.plus(Duration.ofDays(terms.of(Term.ARRIVAL_DAYS_AFTER_PLAN))))
                .map(end -> LocalDate.ofInstant(end, AMAZON));
    }
}
