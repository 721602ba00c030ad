package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** A clearance was given before it is recorded. */
@Component
class RecordClearanceRule implements SubmissionRule {

    private final EnteredTimes times;

    RecordClearanceRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-inbound-record-clearance";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(times.isInFuture(submission, "clearedOn"), "clearedOn", "rule.notFuture")
                .list();
    }
}
