package com.lianxing.process.fbainbound;

import static java.util.stream.Collectors.toSet;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.EntryType;
import com.lianxing.notification.Outbox;
import com.lianxing.project.ProjectCode;
import java.util.List;
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
    private final Inbound inbound;
    private final ShipmentEnds ends;
    private final Outbox outbox;
    private final CancelNotices notices;

    StopProjectDelegate(
            ApprovalRequests requests,
            BudgetLedger ledger,
            InboundPlans plans,
            Inbound inbound,
            ShipmentEnds ends,
            Outbox outbox,
            CancelNotices notices) {
        this.requests = requests;
        this.ledger = ledger;
        this.plans = plans;
        this.inbound = inbound;
        this.ends = ends;
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
        FbaInbound.PLAN_TO_VOID.set(execution, isStillExpected(project));
    }

    /** Whether Amazon waits for goods: under a plan that is not void, of which not every shipment has ended. */
    private boolean isStillExpected(ProjectCode project) {
        List<Inbound.Shipment> shipments = inbound.shipments(project);
        boolean allEnded = !shipments.isEmpty() && ends.of(project).size() == shipments.size();
        return plans.latest(project).isPresent() && !plans.isVoid(project) && !allEnded;
    }
}
