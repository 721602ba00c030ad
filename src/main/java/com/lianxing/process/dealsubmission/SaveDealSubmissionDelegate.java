package com.lianxing.process.dealsubmission;

import com.lianxing.launch.DealState;
import com.lianxing.launch.Deals;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveSubmission}: the channel has the deal. */
@Component
class SaveDealSubmissionDelegate implements JavaDelegate {

    private static final Var<String> NUMBER = Var.string("platformDealId");

    private final Deals deals;
    private final ActingPerson actor;

    SaveDealSubmissionDelegate(Deals deals, ActingPerson actor) {
        this.deals = deals;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String deal = DealSubmission.DEAL_ID.in(execution);
        deals.note(
                execution.getActivityInstanceId(),
                project,
                deal,
                DealState.SUBMITTED,
                NUMBER.in(execution),
                actor.id());
    }
}
