package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** No answer was sent on a day to come. */
@Component
class AnswerFdaRule implements SubmissionRule {

    private final EnteredTimes times;

    AnswerFdaRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fda-certification-answer-fda";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(times.isInFuture(submission, "answerSentOn"), "answerSentOn", "rule.notFuture")
                .list();
    }
}
