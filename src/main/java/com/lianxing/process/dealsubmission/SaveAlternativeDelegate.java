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

/** {@code serviceTask_saveAlternative}: a coupon or a discount in its place, or nothing. */
@Component
class SaveAlternativeDelegate implements JavaDelegate {

    private static final Var<String> ALTERNATIVE = Var.string("alternative");

    private final Deals deals;
    private final ActingPerson actor;

    SaveAlternativeDelegate(Deals deals, ActingPerson actor) {
        this.deals = deals;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String deal = DealSubmission.DEAL_ID.in(execution);
        String chosen = ALTERNATIVE.in(execution);
        deals.note(
                execution.getActivityInstanceId(),
                project,
                deal,
                chosen.equals("NONE") ? DealState.CANCELLED : DealState.REPLACED,
                chosen,
                actor.id());
    }
}
