package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** There is no day without an agent, and nothing stays with the old one: domain.md 2.6. */
@Component
class ReplaceAgentRule implements SubmissionRule {

    private final EnteredTimes times;

    ReplaceAgentRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fda-certification-replace-agent";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Optional<LocalDate> consent = submission.date("newConsentOn");
        Optional<LocalDate> end = submission.date("oldEndsOn");
        boolean gap = consent.isPresent() && end.isPresent() && end.get().isBefore(consent.get());
        return new Violations()
                .when(times.isInFuture(submission, "newConsentOn"), "newConsentOn", "rule.notFuture")
                .when(gap, "oldEndsOn", "rule.agentGap")
                .when(!submission.flag("loginsHandedOver"), "loginsHandedOver", "rule.handOver")
                .when(!submission.flag("filesHandedOver"), "filesHandedOver", "rule.handOver")
                .list();
    }
}
