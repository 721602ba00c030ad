package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** A placement is still on offer, and costs nothing at the least. */
@Component
class ChoosePlacementRule implements SubmissionRule {

    private final EnteredTimes times;

    ChoosePlacementRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-inbound-choose-placement";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean tooMuch = submission
                        .decimal("discountUsd")
                        .orElseThrow()
                        .compareTo(submission.decimal("feeUsd").orElseThrow())
                > 0;
        return new Violations()
                .when(tooMuch, "discountUsd", "rule.discountOverFee")
                .when(times.isOver(submission, "expiresAt", "expiresZone"), "expiresAt", "rule.offerExpired")
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future")
                .list();
    }
}
