package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** No letter is of a day to come. */
@Component
class RecordAnswerRule implements SubmissionRule {

    private final EnteredTimes times;

    RecordAnswerRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fda-certification-record-answer";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(times.isInFuture(submission, "answeredOn"), "answeredOn", "rule.notFuture")
                .list();
    }
}
