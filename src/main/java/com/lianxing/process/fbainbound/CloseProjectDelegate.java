package com.lianxing.process.fbainbound;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ClosingScores;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_closeProject}: gives back what is held and not needed, says how it ended, and scores who was bought
 * from.
 */
@Component
class CloseProjectDelegate implements JavaDelegate {

    private static final Var<Long> SUPPLIER_SCORE = Var.number("supplierScore");
    private static final Var<Long> FORWARDER_SCORE = Var.number("forwarderScore");
    private static final Set<BudgetLine> GOODS = Set.of(BudgetLine.PRODUCT);
    private static final Set<BudgetLine> FREIGHT = Set.of(BudgetLine.FREIGHT);

    private final BudgetLedger ledger;
    private final Projects projects;
    private final GoodsOutcome goods;
    private final ClosingScores scores;
    private final ActingPerson actor;

    CloseProjectDelegate(
            BudgetLedger ledger, Projects projects, GoodsOutcome goods, ClosingScores scores, ActingPerson actor) {
        this.scores = scores;
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
        SUPPLIER_SCORE.find(execution).ifPresent(score -> scores.keep(project, GOODS, score));
        FORWARDER_SCORE.find(execution).ifPresent(score -> scores.keep(project, FREIGHT, score));
        FbaInbound.OUTCOME.set(execution, outcome);
    }
}
