package com.lianxing.approval;

import com.lianxing.access.People;
import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditTrail;
import com.lianxing.calendar.Clock;
import com.lianxing.ledger.LineAmount;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the project's audit trail says of its approvals. */
@Component
class ApprovalRecord {

    /** Said where a decision came in without its form: nothing was rendered for the person, so nothing has a hash. */
    static final String NOTHING_SHOWN = "NOTHING";

    private final AuditTrail trail;
    private final People people;
    private final Clock clock;

    ApprovalRecord(AuditTrail trail, People people, Clock clock) {
        this.trail = trail;
        this.people = people;
        this.clock = clock;
    }

    void opened(NewRequest wanted) {
        append(wanted.code(), "approval.requested", wanted.requestedBy(), content(wanted), null, null, null);
    }

    void routed(ApprovalRequest request, Route route, int level, List<Chain.Asked> chain) {
        List<String> asked = chain.stream()
                .map(step -> step.role().id() + (step.person() == null ? "" : ":" + step.person()))
                .toList();
        append(
                request.code(),
                "approval.routed",
                AuditEntry.SYSTEM,
                Map.of("request", request.id(), "asked", asked),
                null,
                route + " " + level,
                null);
    }

    void decided(ApprovalRequest request, Decision decision, String modelVersion) {
        Routing routing = request.routing();
        Map<String, Object> decided = new TreeMap<>(Map.of(
                "request", request.id(),
                "step", decision.position(),
                "role", decision.role().id(),
                "verdict", decision.verdict(),
                "comment", decision.comment()));
        if (decision.shownHash() == null) {
            decided.put("shown", NOTHING_SHOWN);
        }
        append(
                request.code(),
                "approval.decided",
                decision.decidedBy(),
                decided,
                decision.shownHash(),
                routing == null ? null : routing.route() + " " + routing.level(),
                modelVersion);
    }

    void closed(ApprovalRequest request, Outcome outcome, String actor) {
        append(
                request.code(),
                "approval.closed",
                actor,
                Map.of("request", request.id(), "outcome", outcome),
                null,
                null,
                null);
    }

    /** Sorted, and the same text for the same request. */
    static Map<String, @Nullable Object> content(NewRequest wanted) {
        Map<String, @Nullable Object> content = new TreeMap<>();
        content.put("request", wanted.requestId());
        content.put("project", wanted.code().value());
        content.put("type", wanted.type());
        content.put("line", wanted.line());
        content.put("amount", wanted.original().toString());
        content.put("requestedBy", wanted.requestedBy());
        content.put("vendor", wanted.vendorId());
        content.put("external", wanted.external());
        content.put("quotes", wanted.quotes());
        content.put("reason", wanted.reason());
        content.put("needBy", wanted.needBy().local() + " " + wanted.needBy().zone());
        content.put("lines", wanted.lines().stream().map(ApprovalRecord::text).toList());
        content.put("actual", wanted.actualId());
        return content;
    }

    private static String text(LineAmount amount) {
        return amount.line() + " " + amount.usd();
    }

    private void append(
            ProjectCode code,
            String action,
            String actor,
            Map<String, ? extends @Nullable Object> entered,
            @Nullable String shownHash,
            @Nullable String rule,
            @Nullable String modelVersion) {
        String zone = actor.equals(AuditEntry.SYSTEM)
                ? "UTC"
                : people.find(actor).map(person -> person.zone().getId()).orElse("UTC");
        trail.append(new AuditEntry(
                Projects.SUBJECT,
                code.value(),
                action,
                actor,
                null,
                clock.now(),
                zone,
                entered,
                shownHash,
                rule,
                modelVersion));
    }
}
