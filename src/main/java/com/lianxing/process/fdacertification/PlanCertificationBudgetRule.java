package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** A decision on the budget can still be made in time. */
@Component
class PlanCertificationBudgetRule implements SubmissionRule {

    private final EnteredTimes times;

    PlanCertificationBudgetRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fda-certification-plan-budget";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future")
                .list();
    }
}
