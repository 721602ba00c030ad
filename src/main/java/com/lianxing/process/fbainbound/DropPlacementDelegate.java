package com.lianxing.process.fbainbound;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_dropPlacement}: the option is gone; nobody is asked for its fee any more, and nothing is held for it. */
@Component
class DropPlacementDelegate implements JavaDelegate {

    private final ApprovalRequests requests;
    private final Holds holds;

    DropPlacementDelegate(ApprovalRequests requests, Holds holds) {
        this.requests = requests;
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        requests.of(project).stream()
                .filter(request ->
                        request.isOpen() && request.line() == BudgetLine.PLACEMENT && !request.isAfterTheFact())
                .forEach(request -> requests.withdraw(request.id()));
        holds.release(project, BudgetLine.PLACEMENT);
    }
}
