package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Another mode than the recommended one needs a reason. */
@Component
class PlanFreightRule implements SubmissionRule {

    @Override
    public String formId() {
        return "fba-inbound-plan-freight";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean otherMode = submission
                .variable(FbaInbound.RECOMMENDED_MODE)
                .filter(mode -> !submission.text("mode").equals(Optional.of(mode)))
                .isPresent();
        return new Violations()
                .when(otherMode && submission.text("modeReason").isEmpty(), "modeReason", "rule.otherMode")
                .list();
    }
}
