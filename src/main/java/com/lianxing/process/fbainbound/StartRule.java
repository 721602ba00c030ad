package com.lianxing.process.fbainbound;

import com.lianxing.inbound.ModeAssessment;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The goods are needed later than now, for somebody else; a date that no mode can reach needs a reason. */
@Component
class StartRule implements SubmissionRule {

    private final EnteredTimes times;
    private final ModeAssessment modes;

    StartRule(EnteredTimes times, ModeAssessment modes) {
        this.times = times;
        this.modes = modes;
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
        LocalDate target = submission.dateTime("targetInStockAt").orElseThrow().toLocalDate();
        long days = ChronoUnit.DAYS.between(today, target);
        modes.shortestLeadTime(today)
                .ifPresent(fastest -> violations.when(
                        !over && unexplained && days < fastest,
                        "tightTargetReason",
                        "rule.tightTarget",
                        Math.max(0, days),
                        fastest));
        return violations.list();
    }
}
