package com.lianxing.process.lifecycle;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;

/** Money moves from another line, and a decision can still be made in time: for the form of each kind of project. */
public record BudgetChangeRule(String formId, EnteredTimes times) implements SubmissionRule {

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
