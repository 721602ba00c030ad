package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nothing was submitted on a day to come. */
@Component
class SubmitFilingRule implements SubmissionRule {

    private final EnteredTimes times;

    SubmitFilingRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fda-certification-submit-filing";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(times.isInFuture(submission, "submittedOn"), "submittedOn", "rule.notFuture")
                .list();
    }
}
