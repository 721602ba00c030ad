package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever sends the costs of a cancellation back says why. */
@Component
class ApproveCancelCostsRule implements SubmissionRule {

    @Override
    public String formId() {
        return "fba-inbound-approve-cancel-costs";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean returned =
                submission.text("cancelVerdict").filter("RETURN"::equals).isPresent();
        boolean said =
                submission.text("cancelComment").filter(text -> !text.isBlank()).isPresent();
        return new Violations()
                .when(returned && !said, "cancelComment", "rule.returnReason")
                .list();
    }
}
