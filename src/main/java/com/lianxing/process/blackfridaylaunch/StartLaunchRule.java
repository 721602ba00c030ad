package com.lianxing.process.blackfridaylaunch;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The event begins later than now, for somebody else. */
@Component
class StartLaunchRule implements SubmissionRule {

    private final EnteredTimes times;

    StartLaunchRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "black-friday-launch-start";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(times.isOver(submission, "beginsAt", "beginsZone"), "beginsAt", "rule.future")
                .when(
                        submission
                                .text("sponsorId")
                                .equals(Optional.ofNullable(submission.person().personId())),
                        "sponsorId",
                        "rule.sponsorIsStarter")
                .list();
    }
}
