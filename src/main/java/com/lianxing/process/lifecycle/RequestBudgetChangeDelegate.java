package com.lianxing.process.lifecycle;

import com.lianxing.approval.NewRequest;
import com.lianxing.calendar.Deadline;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestBudgetChange}: by how much which line rises or falls; until it is decided nothing new is held. */
@Component
class RequestBudgetChangeDelegate implements JavaDelegate {

    private static final Var<String> KIND = Var.string("changeKind");
    private static final Var<String> LINE = Var.string("changeLine");
    private static final Var<String> FROM_LINE = Var.string("changeFromLine");
    private static final Var<String> AMOUNT = Var.string("changeUsd");
    private static final Var<String> REASON = Var.string("changeReason");

    private final BudgetRequests requests;

    RequestBudgetChangeDelegate(BudgetRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String id = BudgetRequests.id(execution);
        BudgetRequests.REQUEST_ID.setLocal(execution, id);
        boolean moves = KIND.in(execution).equals("MOVE");
        List<LineAmount> deltas = deltas(execution);
        String reason = REASON.in(execution);
        Deadline needed = BudgetRequests.neededBy(execution);
        requests.ask(
                execution,
                moves
                        ? NewRequest.reallocation(id, project, deltas, requests.person(), reason, needed)
                        : NewRequest.change(id, project, deltas, requests.person(), reason, needed));
    }

    private static List<LineAmount> deltas(DelegateExecution execution) {
        Money amount = Money.parse(AMOUNT.in(execution), "USD");
        BudgetLine line = BudgetLine.valueOf(LINE.in(execution));
        return switch (KIND.in(execution)) {
            case "LOWER" -> List.of(new LineAmount(line, amount.negate()));
            case "MOVE" ->
                List.of(
                        new LineAmount(BudgetLine.valueOf(FROM_LINE.in(execution)), amount.negate()),
                        new LineAmount(line, amount));
            default -> List.of(new LineAmount(line, amount));
        };
    }
}
