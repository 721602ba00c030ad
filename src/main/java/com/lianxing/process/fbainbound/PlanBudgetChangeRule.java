package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.lifecycle.BudgetChangeCheck;
import java.util.List;
import org.springframework.stereotype.Component;

/** A change of the budget that makes sense. */
@Component
class PlanBudgetChangeRule implements SubmissionRule {

    private final BudgetChangeCheck check;

    PlanBudgetChangeRule(BudgetChangeCheck check) {
        this.check = check;
    }

    @Override
    public String formId() {
        return "fba-inbound-plan-budget-change";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return check.of(submission);
    }
}
