package com.lianxing.process.deliverablereview;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nobody is asked for another version while the contract with him ends. */
@Component
class RoundsRule implements SubmissionRule {

    @Override
    public String formId() {
        return "deliverable-review-decide-on-rounds";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(
                        submission.flag("furtherRound") && submission.flag("endContract"),
                        "endContract",
                        "rule.endContractOrRound")
                .list();
    }
}
