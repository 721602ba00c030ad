package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** An entry always costs something, and a decision on it can still be made in time. */
@Component
class FileEntrySummaryRule implements SubmissionRule {

    private static final List<String> AMOUNTS =
            List.of("dutyMfnUsd", "duty301Usd", "duty232Usd", "dutyOtherUsd", "mpfUsd", "hmfUsd");

    private final EnteredTimes times;

    FileEntrySummaryRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-shipment-file-entry-summary";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean nothing = AMOUNTS.stream()
                .allMatch(amount -> submission.decimal(amount).orElseThrow().signum() == 0);
        return new Violations()
                .when(nothing, "mpfUsd", "rule.entryCostsNothing")
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future")
                .list();
    }
}
