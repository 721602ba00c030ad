package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.InvoicePosting;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_closeLaunch}: no claim can arrive any more. The last invoices are posted, and the result says how it ended. */
@Component
class CloseLaunchDelegate implements JavaDelegate {

    private final InvoicePosting invoices;
    private final BudgetLedger ledger;
    private final Projects projects;
    private final Launches launches;
    private final ActingPerson actor;

    CloseLaunchDelegate(
            InvoicePosting invoices, BudgetLedger ledger, Projects projects, Launches launches, ActingPerson actor) {
        this.invoices = invoices;
        this.ledger = ledger;
        this.projects = projects;
        this.launches = launches;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        invoices.post(project, actor.id());
        ledger.releaseAll(project, project + ":CLOSE", actor.id());
        boolean stopped = projects.milestones(project).stream()
                .anyMatch(milestone -> milestone.key().equals(StopEventDelegate.STOPPED));
        boolean met = launches.result(project)
                .filter(result -> result.meets(launches.requireCharter(project)))
                .isPresent();
        BlackFridayLaunch.LAUNCH_OUTCOME.set(execution, stopped ? "STOPPED" : met ? "TARGET_MET" : "BELOW_TARGET");
        projects.setStatus(project, stopped ? ProjectStatus.CLOSED_FAILED : ProjectStatus.CLOSED_SUCCESS);
    }
}
