package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** A payment was made before it is recorded. */
@Component
class PayDutyRule implements SubmissionRule {

    private final EnteredTimes times;

    PayDutyRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-shipment-pay-duty";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(times.isInFuture(submission, "paidOn"), "paidOn", "rule.notFuture")
                .list();
    }
}
