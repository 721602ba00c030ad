package com.lianxing.process.lifecycle;

import static java.util.stream.Collectors.toSet;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.EntryType;
import com.lianxing.notification.Outbox;
import com.lianxing.project.ProjectCode;
import org.springframework.stereotype.Component;

/** Stops a project that is cancelled: nobody is asked or reminded any more, and the team learns who cancelled and why. */
@Component
public class ProjectStop {

    private final ApprovalRequests requests;
    private final BudgetLedger ledger;
    private final Outbox outbox;
    private final CancelNotices notices;

    ProjectStop(ApprovalRequests requests, BudgetLedger ledger, Outbox outbox, CancelNotices notices) {
        this.requests = requests;
        this.ledger = ledger;
        this.outbox = outbox;
        this.notices = notices;
    }

    /** @return whether some money was committed or spent before */
    public boolean stop(ProjectCode project) {
        requests.withdrawAll(project);
        outbox.withdrawAllOf(
                project.value(),
                requests.of(project).stream()
                        .filter(ApprovalRequest::isOpen)
                        .map(ApprovalRequest::id)
                        .collect(toSet()));
        notices.tell(project);
        return ledger.entries(project).stream()
                .anyMatch(entry -> entry.type() == EntryType.COMMIT || entry.type() == EntryType.ACTUAL);
    }
}
