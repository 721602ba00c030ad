package com.lianxing.process.fbainbound;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestUpgrade}: what a faster mode costs more is to be set aside; beyond the budget it is an overrun. */
@Component
class RequestUpgradeDelegate implements JavaDelegate {

    private static final Var<String> UPGRADE = Var.string("upgradeUsd");
    private static final Var<String> REASON = Var.string("replanReason");

    private final BudgetRequests requests;

    RequestUpgradeDelegate(BudgetRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Money more = Money.parse(UPGRADE.in(execution), "USD");
        requests.askFor(execution, project, BudgetLine.FREIGHT, more, REASON.in(execution));
    }
}
