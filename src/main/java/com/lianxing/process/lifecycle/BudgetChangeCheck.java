package com.lianxing.process.lifecycle;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Money moves from another line, and a decision can still be made in time: for the form of each kind of project. */
@Component
public class BudgetChangeCheck {

    private final EnteredTimes times;

    BudgetChangeCheck(EnteredTimes times) {
        this.times = times;
    }

    /** What is wrong with the change as it was entered; empty if nothing is. */
    public List<Violation> of(Submission submission) {
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
