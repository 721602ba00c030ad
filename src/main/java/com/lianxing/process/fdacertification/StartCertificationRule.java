package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The clearance is needed later than now, for somebody else. */
@Component
class StartCertificationRule implements SubmissionRule {

    private final EnteredTimes times;

    StartCertificationRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fda-certification-start";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(times.isOver(submission, "clearedByAt", "clearedByZone"), "clearedByAt", "rule.future")
                .when(
                        submission
                                .text("sponsorId")
                                .equals(Optional.ofNullable(submission.person().personId())),
                        "sponsorId",
                        "rule.sponsorIsStarter")
                .list();
    }
}
