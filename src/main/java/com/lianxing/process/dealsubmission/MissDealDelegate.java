package com.lianxing.process.dealsubmission;

import com.lianxing.launch.DealState;
import com.lianxing.launch.Deals;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_missDeal}: the channel takes no more deals. */
@Component
class MissDealDelegate implements JavaDelegate {

    private final Deals deals;
    private final DealFees fees;
    private final ActingPerson actor;

    MissDealDelegate(Deals deals, DealFees fees, ActingPerson actor) {
        this.deals = deals;
        this.fees = fees;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String deal = DealSubmission.DEAL_ID.in(execution);
        deals.note(
                execution.getActivityInstanceId(), project, deal, DealState.CANCELLED, "submission closed", actor.id());
        fees.release(project, deal);
    }
}
