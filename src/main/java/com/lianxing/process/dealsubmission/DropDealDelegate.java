package com.lianxing.process.dealsubmission;

import com.lianxing.launch.DealState;
import com.lianxing.launch.Deals;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_dropDeal}: no money, no deal. */
@Component
class DropDealDelegate implements JavaDelegate {

    private final Deals deals;
    private final ActingPerson actor;

    DropDealDelegate(Deals deals, ActingPerson actor) {
        this.deals = deals;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String deal = DealSubmission.DEAL_ID.in(execution);
        deals.note(
                execution.getActivityInstanceId(), project, deal, DealState.CANCELLED, "fee not approved", actor.id());
    }
}
