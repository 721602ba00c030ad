package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** More capacity helps only if the plan fits into it. */
@Component
class RequestCapacityRule implements SubmissionRule {

    private final Inbound inbound;
    private final EnteredTimes times;

    RequestCapacityRule(Inbound inbound, EnteredTimes times) {
        this.inbound = inbound;
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-inbound-request-capacity";
    }

    @Override
    public List<Violation> check(Submission submission) {
        BigDecimal needed =
                inbound.cubicFeet(new ProjectCode(submission.projectCode().orElseThrow()));
        boolean granted =
                submission.text("capacityAnswer").filter("GRANTED"::equals).isPresent();
        boolean enough = submission
                .decimal("grantedCuFt")
                .filter(limit -> limit.compareTo(needed) >= 0)
                .isPresent();
        return new Violations()
                .when(granted && !enough, "grantedCuFt", "rule.capacityTooSmall", needed.toPlainString())
                .when(times.isInFuture(submission, "capacityAnsweredOn"), "capacityAnsweredOn", "rule.notFuture")
                .list();
    }
}
