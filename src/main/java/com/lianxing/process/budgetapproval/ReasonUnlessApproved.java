package com.lianxing.process.budgetapproval;

import com.lianxing.approval.Verdict;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever returns or rejects says why. */
@Component
class ReasonUnlessApproved implements SubmissionRule {

    @Override
    public String formId() {
        return BudgetApproval.DECIDE_FORM;
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean approved = submission
                .text(BudgetApproval.VERDICT.name())
                .filter(Verdict.APPROVE.name()::equals)
                .isPresent();
        boolean said = submission
                .text(BudgetApproval.COMMENT.name())
                .filter(text -> !text.isBlank())
                .isPresent();
        return approved || said
                ? List.of()
                : List.of(Violation.of(BudgetApproval.COMMENT.name(), "approval.reasonMissing"));
    }
}
