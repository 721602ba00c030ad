package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** The new date is still to come. */
@Component
class ChangeCertificationDateRule implements SubmissionRule {

    private final EnteredTimes times;

    ChangeCertificationDateRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fda-certification-change-date";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(times.isOver(submission, "newClearedByAt", "newClearedByZone"), "newClearedByAt", "rule.future")
                .list();
    }
}
