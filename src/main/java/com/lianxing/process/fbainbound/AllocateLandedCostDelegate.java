package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.LandedCosts;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_allocateLandedCost}: what each SKU cost until it could be sold; ten working days after the last claim the project is closed. */
@Component
class AllocateLandedCostDelegate implements JavaDelegate {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int TO_CLOSE = 10;

    private final LandedCosts landedCosts;
    private final Inbound inbound;
    private final OutsideFacts facts;
    private final WorkingCalendars calendars;
    private final Clock clock;

    AllocateLandedCostDelegate(
            LandedCosts landedCosts, Inbound inbound, OutsideFacts facts, WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.landedCosts = landedCosts;
        this.inbound = inbound;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        landedCosts.settle(project);
        LocalDate lastClaim = inbound.shipments(project).stream()
                .flatMap(shipment -> facts.latest("inbound.claimResolved", shipment.id()).stream())
                .map(claim -> LocalDate.ofInstant(claim.reportedAt(), CHINA))
                .reduce(clock.today(CHINA), (one, other) -> one.isAfter(other) ? one : other);
        LocalDate close = calendars.china().nthWorkingDayAfter(lastClaim, TO_CLOSE);
        FbaInbound.CLOSE_DUE_AT.set(
                execution,
                Date.from(Deadline.endOf(close, CHINA, DeadlineKind.INTERNAL).instant()));
    }
}
