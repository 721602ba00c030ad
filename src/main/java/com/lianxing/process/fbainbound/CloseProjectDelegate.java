package com.lianxing.process.fbainbound;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
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
    private final GoodsOutcome goods;
    private final ActingPerson actor;

    CloseProjectDelegate(BudgetLedger ledger, Projects projects, GoodsOutcome goods, ActingPerson actor) {
        this.ledger = ledger;
        this.projects = projects;
        this.goods = goods;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String outcome = goods.of(project);
        boolean stocked = outcome.equals(GoodsOutcome.STOCKED) || outcome.equals(GoodsOutcome.STOCKED_WITH_CLAIM);
        ledger.releaseAll(project, project + ":CLOSE", actor.id());
        projects.recordMilestone(project, "SETTLED");
        projects.setStatus(project, stocked ? ProjectStatus.CLOSED_SUCCESS : ProjectStatus.CLOSED_FAILED);
        FbaInbound.OUTCOME.set(execution, outcome);
    }
}
