package com.lianxing.process.lifecycle;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_releaseHolds}: what the steps that were undone, and shipments that were stopped, still held is free again. */
@Component
class ReleaseHoldsDelegate implements JavaDelegate {

    private final BudgetLedger ledger;
    private final ActingPerson actor;

    ReleaseHoldsDelegate(BudgetLedger ledger, ActingPerson actor) {
        this.ledger = ledger;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        ledger.releaseAll(project, project + ":CANCEL", actor.id());
    }
}
