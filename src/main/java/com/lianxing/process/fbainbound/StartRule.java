package com.lianxing.process.fbainbound;

import com.lianxing.inbound.ModeAssessment;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.process.planning.PlannedStart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * The goods are needed later than now, for somebody else; a date that no mode can reach, or that the steps of the diagram
 * do not fit before, needs a reason.
 */
@Component
class StartRule implements SubmissionRule {

    private final EnteredTimes times;
    private final ModeAssessment modes;
    private final PlannedStart plan;

    StartRule(EnteredTimes times, ModeAssessment modes, PlannedStart plan) {
        this.times = times;
        this.modes = modes;
        this.plan = plan;
    }

    @Override
    public String formId() {
        return "fba-inbound-start";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean over = times.isOver(submission, "targetInStockAt", "targetInStockZone");
        boolean unexplained = submission.text("tightTargetReason").isEmpty();
        Violations violations = new Violations()
                .when(over, "targetInStockAt", "rule.future")
                .when(
                        submission
                                .text("sponsorId")
                                .equals(Optional.ofNullable(submission.person().personId())),
                        "sponsorId",
                        "rule.sponsorIsStarter");
        LocalDate today = times.today(submission);
        if (over || !unexplained) {
            return violations.list();
        }
        LocalDateTime target = submission.dateTime("targetInStockAt").orElseThrow();
        ZoneId zone = ZoneId.of(submission.text("targetInStockZone").orElseThrow());
        long days = ChronoUnit.DAYS.between(today, target.toLocalDate());
        OptionalLong fastest = modes.shortestLeadTime(today);
        Instant planned = plan.finish(FbaInbound.KEY);
        if (fastest.isPresent() && days < fastest.getAsLong()) {
            violations.when(true, "tightTargetReason", "rule.tightTarget", Math.max(0, days), fastest.getAsLong());
        } else {
            violations.when(
                    planned.isAfter(target.atZone(zone).toInstant()),
                    "tightTargetReason",
                    "rule.tightPlan",
                    planned.atZone(zone).toLocalDate(),
                    zone.getId());
        }
        return violations.list();
    }
}
