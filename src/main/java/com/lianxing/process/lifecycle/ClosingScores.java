package com.lianxing.process.lifecycle;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.Outcome;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.SupplierScores;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the scores of a closing form with the suppliers that the project bought from. */
@Component
public class ClosingScores {

    private final ApprovalRequests requests;
    private final SupplierScores scores;
    private final ActingPerson actor;

    ClosingScores(ApprovalRequests requests, SupplierScores scores, ActingPerson actor) {
        this.requests = requests;
        this.scores = scores;
        this.actor = actor;
    }

    /**
     * Scores each supplier whose purchase was approved on one of these lines.
     *
     * @param score from 1 to 5
     */
    public void keep(ProjectCode project, Set<BudgetLine> lines, long score) {
        requests.of(project).stream()
                .filter(request -> request.outcome() == Outcome.APPROVED)
                .filter(request -> request.line() != null && lines.contains(request.line()))
                .map(ApprovalRequest::vendorId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(supplier -> scores.keep(project, supplier, Math.toIntExact(score), actor.id()));
    }
}
