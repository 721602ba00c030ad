package com.lianxing.process.fbainbound;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_bookCancelCosts}: what the cancellation cost is posted, the rest is given back. */
@Component
class BookCancelCostsDelegate implements JavaDelegate {

    private final InvoicePosting invoices;
    private final BudgetLedger ledger;
    private final Projects projects;
    private final ActingPerson actor;

    BookCancelCostsDelegate(InvoicePosting invoices, BudgetLedger ledger, Projects projects, ActingPerson actor) {
        this.invoices = invoices;
        this.ledger = ledger;
        this.projects = projects;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = new ProjectCode(FbaInbound.PROJECT_CODE.in(execution));
        invoices.post(project, actor.id());
        ledger.releaseAll(project, project + ":CANCEL", actor.id());
        projects.setStatus(project, ProjectStatus.CANCELLED);
    }
}
