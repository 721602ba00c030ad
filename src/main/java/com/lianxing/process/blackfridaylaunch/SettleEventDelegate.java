package com.lianxing.process.blackfridaylaunch;

import com.lianxing.costing.Payments;
import com.lianxing.launch.Deal;
import com.lianxing.launch.DealState;
import com.lianxing.launch.Deals;
import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Mandate;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_settleEvent}: deals that ran are paid for, all else that is held is given back. */
@Component
class SettleEventDelegate implements JavaDelegate {

    private final Launches launches;
    private final Deals deals;
    private final Payments payments;
    private final BudgetLedger ledger;
    private final Projects projects;
    private final ActingPerson actor;

    SettleEventDelegate(
            Launches launches,
            Deals deals,
            Payments payments,
            BudgetLedger ledger,
            Projects projects,
            ActingPerson actor) {
        this.launches = launches;
        this.deals = deals;
        this.payments = payments;
        this.ledger = ledger;
        this.projects = projects;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        for (Deal deal : launches.deals(project)) {
            if (deals.state(deal.id()).filter(DealState.ACCEPTED::equals).isPresent()) {
                deals.note(deal.id() + ":RAN", project, deal.id(), DealState.RAN, "", actor.id());
                launches.feeRequest(deal.id()).ifPresent(hold -> pay(project, deal, hold));
            }
        }
        ledger.releaseAll(project, project + ":EVENT_OVER", actor.id());
        projects.recordMilestone(project, "EVENT_OVER");
        projects.setStatus(project, ProjectStatus.CLOSING);
    }

    private void pay(ProjectCode project, Deal deal, String hold) {
        Payments.Payment fee = new Payments.Payment(
                deal.id() + ":FEE",
                project,
                BudgetLine.DEAL_FEES,
                deal.fee(),
                deal.id(),
                Mandate.of(actor.id()),
                deal.type().channel().name());
        if (payments.settle(List.of(fee), payment -> hold).isPresent()) {
            throw new IllegalStateException("US dollars need no rate");
        }
    }
}
