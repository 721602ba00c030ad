package com.lianxing.process.blackfridaylaunch;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_end…}: no go. Deals are called off and nothing stays held; stock that was bought stays with its own project. */
@Component
class EndLaunchDelegate implements JavaDelegate {

    private final CalledOffDeals calledOff;
    private final BudgetLedger ledger;
    private final Projects projects;
    private final ActingPerson actor;

    EndLaunchDelegate(CalledOffDeals calledOff, BudgetLedger ledger, Projects projects, ActingPerson actor) {
        this.calledOff = calledOff;
        this.ledger = ledger;
        this.projects = projects;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        calledOff.all(project, "NO_GO", actor.id());
        ledger.releaseAll(project, project + ":NO_GO", actor.id());
        projects.recordMilestone(project, "NO_GO");
        projects.setStatus(project, ProjectStatus.CLOSED_FAILED);
    }
}
