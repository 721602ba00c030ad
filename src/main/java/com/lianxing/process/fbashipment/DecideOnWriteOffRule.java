package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** A claim is pursued only in a window that is open. */
@Component
class DecideOnWriteOffRule implements SubmissionRule {

    private final EnteredTimes times;

    DecideOnWriteOffRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-shipment-decide-on-write-off";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(times.isOver(submission, "claimWindowAt", "claimWindowZone"), "claimWindowAt", "rule.future")
                .list();
    }
}
