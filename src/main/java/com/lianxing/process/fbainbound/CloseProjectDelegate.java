package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.OutsideFacts;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_closeProject}: gives back what is held and not needed, and says how it ended. */
@Component
class CloseProjectDelegate implements JavaDelegate {

    private final BudgetLedger ledger;
    private final Projects projects;
    private final OutsideFacts facts;
    private final Inbound inbound;
    private final ActingPerson actor;

    CloseProjectDelegate(
            BudgetLedger ledger, Projects projects, OutsideFacts facts, Inbound inbound, ActingPerson actor) {
        this.ledger = ledger;
        this.projects = projects;
        this.facts = facts;
        this.inbound = inbound;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = new ProjectCode(FbaInbound.PROJECT_CODE.in(execution));
        ledger.releaseAll(project, project + ":CLOSE", actor.id());
        projects.recordMilestone(project, "SETTLED");
        projects.setStatus(project, ProjectStatus.CLOSED_SUCCESS);
        boolean claimed = inbound.shipments(project).stream()
                .anyMatch(shipment ->
                        facts.latest("inbound.claimResolved", shipment.id()).isPresent());
        FbaInbound.OUTCOME.set(execution, claimed ? "STOCKED_WITH_CLAIM" : "STOCKED");
    }
}
