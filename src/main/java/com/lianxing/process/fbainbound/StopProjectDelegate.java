package com.lianxing.process.fbainbound;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.EntryType;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_stopProject}: nothing new begins, nobody is asked for money any more; was some committed already, and
 * does Amazon expect the goods?
 */
@Component
class StopProjectDelegate implements JavaDelegate {

    private final ApprovalRequests requests;
    private final BudgetLedger ledger;
    private final InboundPlans plans;

    StopProjectDelegate(ApprovalRequests requests, BudgetLedger ledger, InboundPlans plans) {
        this.requests = requests;
        this.ledger = ledger;
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = new ProjectCode(FbaInbound.PROJECT_CODE.in(execution));
        requests.withdrawAll(project);
        boolean committed = ledger.entries(project).stream()
                .anyMatch(entry -> entry.type() == EntryType.COMMIT || entry.type() == EntryType.ACTUAL);
        FbaInbound.ANYTHING_COMMITTED.set(execution, committed);
        FbaInbound.PLAN_TO_VOID.set(execution, plans.latest(project).isPresent() && !plans.isVoid(project));
    }
}
