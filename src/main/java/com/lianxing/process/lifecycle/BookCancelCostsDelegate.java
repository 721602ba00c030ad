package com.lianxing.process.lifecycle;

import com.lianxing.ledger.Mandate;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.ProjectSteps;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_bookCancelCosts}: what the cancellation cost is posted, as finance approved it. */
@Component
class BookCancelCostsDelegate implements JavaDelegate {

    private final InvoicePosting invoices;
    private final ProjectSteps steps;
    private final Projects projects;
    private final ActingPerson actor;

    BookCancelCostsDelegate(InvoicePosting invoices, ProjectSteps steps, Projects projects, ActingPerson actor) {
        this.invoices = invoices;
        this.steps = steps;
        this.projects = projects;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String recordedBy =
                steps.latest(project, "record-cancel-costs").orElseThrow().person();
        invoices.postApproved(project, Mandate.approved(project + ":CANCEL", recordedBy, actor.id()));
        projects.setStatus(project, ProjectStatus.CANCELLED);
    }
}
