package com.lianxing.process.fdacertification;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ClosingScores;
import com.lianxing.process.lifecycle.InvoicePosting;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_closeCertification}: the last invoices are posted, what is held and not needed is given back, and
 * agencies and labs are scored.
 */
@Component
class CloseCertificationDelegate implements JavaDelegate {

    private static final Var<Long> SCORE = Var.number("agencyScore");
    private static final Set<BudgetLine> SERVICES =
            Set.of(BudgetLine.AGENCY, BudgetLine.US_AGENT, BudgetLine.LAB_TESTS);

    private final InvoicePosting invoices;
    private final BudgetLedger ledger;
    private final Projects projects;
    private final ClosingScores scores;
    private final ActingPerson actor;

    CloseCertificationDelegate(
            InvoicePosting invoices, BudgetLedger ledger, Projects projects, ClosingScores scores, ActingPerson actor) {
        this.scores = scores;
        this.invoices = invoices;
        this.ledger = ledger;
        this.projects = projects;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        invoices.post(project, actor.id());
        projects.setStatus(project, ProjectStatus.CLOSING);
        ledger.releaseAll(project, project + ":CLOSE", actor.id());
        projects.recordMilestone(project, "SETTLED");
        projects.setStatus(project, ProjectStatus.CLOSED_SUCCESS);
        SCORE.find(execution).ifPresent(score -> scores.keep(project, SERVICES, score));
    }
}
