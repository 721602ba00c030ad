package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** The next vessel sails in the future, and before it arrives. */
@Component
class RollToNextVesselRule implements SubmissionRule {

    private final EnteredTimes times;

    RollToNextVesselRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-shipment-roll-to-next-vessel";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Violations violations = new Violations()
                .when(
                        times.isOver(submission, "documentCutoffAt", "documentCutoffZone"),
                        "documentCutoffAt",
                        "rule.future");
        return VoyageTimes.check(violations, submission, times).list();
    }
}
