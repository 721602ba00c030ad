package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever sends the costs of a cancellation back says why. */
@Component
class ApproveCertificationCancelCostsRule implements SubmissionRule {

    @Override
    public String formId() {
        return "fda-certification-approve-cancel-costs";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean returned =
                submission.text("cancelVerdict").filter("RETURN"::equals).isPresent();
        return new Violations()
                .when(returned && submission.text("cancelComment").isEmpty(), "cancelComment", "rule.returnReason")
                .list();
    }
}
