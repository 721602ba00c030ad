package com.lianxing.process.budgetapproval;

import com.lianxing.audit.ShownViews;
import com.lianxing.process.engine.Work;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRecorder;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Hands on to the decision's record what the approver was shown before deciding. */
@Component
class ShownToApprover implements SubmissionRecorder {

    private final ShownViews views;

    ShownToApprover(ShownViews views) {
        this.views = views;
    }

    @Override
    public void record(Submission submission, String processInstanceId, String projectCode) {
        Work work = submission.work();
        VariableScope scope = submission.scope();
        String person = submission.person().personId();
        if (submission.formId().equals(BudgetApproval.DECIDE_FORM) && work != null && scope != null && person != null) {
            views.lastShown(work.taskId(), person)
                    .ifPresent(hash -> BudgetApproval.SHOWN_HASH.setTransient(scope, hash));
        }
    }
}
