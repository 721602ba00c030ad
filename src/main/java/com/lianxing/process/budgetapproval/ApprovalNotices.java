package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.Outcome;
import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.project.Projects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people are told about a request, and that they were told. */
@Component
class ApprovalNotices {

    private final ApprovalRequests approvals;
    private final Outbox outbox;
    private final AuditRecorder audit;
    private final MessageSource texts;
    private final Clock clock;

    ApprovalNotices(ApprovalRequests approvals, Outbox outbox, AuditRecorder audit, MessageSource texts, Clock clock) {
        this.approvals = approvals;
        this.outbox = outbox;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    void reminded(ApprovalRequest request, int position) {
        tell(request, position, "APPROVAL_REMINDER", "approval.reminded", approvals.asked(request.id()));
    }

    /** At the very top there is nobody above; then those who are asked hear it once more. */
    void escalated(ApprovalRequest request, int position) {
        List<String> above = approvals.above(request.id());
        List<String> people = above.isEmpty() ? approvals.asked(request.id()) : above;
        tell(request, position, "APPROVAL_ESCALATION", "approval.escalated", people);
    }

    /** Tells the requester how it ended. */
    void closed(ApprovalRequest request, Outcome outcome) {
        outbox.withdraw(request.id());
        String kind = "APPROVAL_" + outcome.result();
        outbox.put(message(request, "closed", kind, request.requestedBy(), "outcome." + outcome));
    }

    private void tell(ApprovalRequest request, int position, String kind, String action, List<String> people) {
        people.forEach(
                person -> outbox.put(message(request, kind + ":" + position, kind, person, action), request.id()));
        audit.record(
                AuditEntry.SYSTEM,
                Projects.SUBJECT,
                request.code().value(),
                action,
                Map.of("request", request.id(), "step", position, "told", people));
    }

    private Notification message(
            ApprovalRequest request, String occasion, String kind, String person, String messageKey) {
        return new Notification(
                request.id() + ":" + occasion + ":" + person,
                person,
                kind,
                request.code().value(),
                text(request, messageKey, Locale.CHINESE),
                text(request, messageKey, Locale.ENGLISH),
                clock.now());
    }

    private String text(ApprovalRequest request, String messageKey, Locale language) {
        Object[] args = {
            request.code().value(),
            RequestText.what(request, texts, language),
            RequestText.amount(request.original(), language),
            BothClocks.text(request.needBy(), language)
        };
        return texts.getMessage(messageKey, args, language);
    }
}
