package com.lianxing.process.fbainbound;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_releaseOrder}, undoing {@code callActivity_approveOrder}: what the order held and was not paid is free again. */
@Component
class ReleaseOrderDelegate implements JavaDelegate {

    private final Holds holds;

    ReleaseOrderDelegate(Holds holds) {
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        holds.release(ProjectProcess.project(execution), BudgetLine.PRODUCT);
    }
}
