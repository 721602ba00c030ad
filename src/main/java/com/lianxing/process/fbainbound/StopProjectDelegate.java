package com.lianxing.process.fbainbound;

import static java.util.stream.Collectors.toSet;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.EntryType;
import com.lianxing.notification.Outbox;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_stopProject}: nothing new begins, nobody is asked or reminded any more, and the team learns who
 * cancelled and why; was some money committed already, and does Amazon expect the goods?
 */
@Component
class StopProjectDelegate implements JavaDelegate {

    private final ApprovalRequests requests;
    private final BudgetLedger ledger;
    private final InboundPlans plans;
    private final Outbox outbox;
    private final CancelNotices notices;

    StopProjectDelegate(
            ApprovalRequests requests, BudgetLedger ledger, InboundPlans plans, Outbox outbox, CancelNotices notices) {
        this.requests = requests;
        this.ledger = ledger;
        this.plans = plans;
        this.outbox = outbox;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = FbaInbound.project(execution);
        requests.withdrawAll(project);
        outbox.withdrawAllOf(
                project.value(),
                requests.of(project).stream()
                        .filter(ApprovalRequest::isOpen)
                        .map(ApprovalRequest::id)
                        .collect(toSet()));
        notices.tell(project);
        boolean committed = ledger.entries(project).stream()
                .anyMatch(entry -> entry.type() == EntryType.COMMIT || entry.type() == EntryType.ACTUAL);
        FbaInbound.ANYTHING_COMMITTED.set(execution, committed);
        FbaInbound.PLAN_TO_VOID.set(execution, plans.latest(project).isPresent() && !plans.isVoid(project));
    }
}
