package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.lifecycle.BudgetChangeCheck;
import java.util.List;
import org.springframework.stereotype.Component;

/** A change of the budget that makes sense. */
@Component
class PlanCertificationBudgetChangeRule implements SubmissionRule {

    private final BudgetChangeCheck check;

    PlanCertificationBudgetChangeRule(BudgetChangeCheck check) {
        this.check = check;
    }

    @Override
    public String formId() {
        return "fda-certification-plan-budget-change";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return check.of(submission);
    }
}
