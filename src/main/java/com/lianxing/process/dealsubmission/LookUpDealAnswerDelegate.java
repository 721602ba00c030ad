package com.lianxing.process.dealsubmission;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_lookUpDealAnswer}: was anything answered since what was acted on last? */
@Component
class LookUpDealAnswerDelegate implements JavaDelegate {

    private final OutsideFacts facts;

    LookUpDealAnswerDelegate(OutsideFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String seen = DealSubmission.ANSWER_SEEN.in(execution);
        boolean known = facts.beforeWaiting(project, DealSubmission.ANSWERS, DealSubmission.DEAL_ID.in(execution))
                .filter(fact -> !fact.id().equals(seen))
                .isPresent();
        DealSubmission.ANSWER_KNOWN.set(execution, known);
    }
}
