package com.lianxing.process.deliverablereview;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever does not accept a version says what is wrong with it. */
@Component
class ReviewRule implements SubmissionRule {

    @Override
    public String formId() {
        return "deliverable-review-review";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean accepted =
                submission.text("reviewVerdict").filter("ACCEPT"::equals).isPresent();
        return new Violations()
                .when(!accepted && submission.text("reviewComment").isEmpty(), "reviewComment", "rule.returnReason")
                .list();
    }
}
