package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.InvoicePosting;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_postInvoices}: each invoice of the sheet becomes an actual. */
@Component
class PostInvoicesDelegate implements JavaDelegate {

    private final InvoicePosting invoices;
    private final Projects projects;
    private final ActingPerson actor;

    PostInvoicesDelegate(InvoicePosting invoices, Projects projects, ActingPerson actor) {
        this.invoices = invoices;
        this.projects = projects;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        invoices.post(project, actor.id());
        projects.setStatus(project, ProjectStatus.CLOSING);
    }
}
