package com.lianxing.process.fbainbound;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_releasePlacement}, undoing {@code callActivity_approvePlacement}: the fee that was held is free again. */
@Component
class ReleasePlacementDelegate implements JavaDelegate {

    private final Holds holds;

    ReleasePlacementDelegate(Holds holds) {
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        holds.release(ProjectProcess.project(execution), BudgetLine.PLACEMENT);
    }
}
