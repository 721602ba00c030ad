package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever sends the numbers back says why. */
@Component
class CheckNumbersRule implements SubmissionRule {

    @Override
    public String formId() {
        return "fda-certification-check-numbers";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean returned =
                submission.text("numbersVerdict").filter("RETURN"::equals).isPresent();
        return new Violations()
                .when(returned && submission.text("numbersComment").isEmpty(), "numbersComment", "rule.returnReason")
                .list();
    }
}
