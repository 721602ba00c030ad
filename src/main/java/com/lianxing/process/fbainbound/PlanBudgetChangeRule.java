package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Money moves from another line, and a decision can still be made in time. */
@Component
class PlanBudgetChangeRule implements SubmissionRule {

    private final EnteredTimes times;

    PlanBudgetChangeRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-inbound-plan-budget-change";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean moves = submission.text("changeKind").filter("MOVE"::equals).isPresent();
        boolean elsewhere = submission.text("changeFromLine").isPresent()
                && !submission.text("changeFromLine").equals(submission.text("changeLine"));
        return new Violations()
                .when(moves && !elsewhere, "changeFromLine", "rule.otherLine")
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future")
                .list();
    }
}
