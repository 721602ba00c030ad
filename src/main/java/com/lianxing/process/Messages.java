package com.lianxing.process;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.certification.Filings;
import com.lianxing.inbound.ArrivalMoved;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.Voyages;
import com.lianxing.launch.Launches;
import com.lianxing.process.blackfridaylaunch.BlackFridayLaunch;
import com.lianxing.process.dealsubmission.DealSubmission;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Var;
import com.lianxing.process.fbainbound.FbaInbound;
import com.lianxing.process.fbashipment.FbaShipment;
import com.lianxing.process.fdacertification.FdaCertification;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Facts and wishes that reach a running project from outside: kept first, then told to whoever waits for them. */
@Service
public class Messages {

    private static final Var<String> SHIPMENT_ID = Var.string("shipmentId");
    private static final Var<String> SKU = Var.string("sku");
    private static final String REASON = "reason";

    private static final Set<String> OF_SHIPMENT = Set.of(
            FbaShipment.ISF_ACCEPTED,
            FbaShipment.VESSEL_DEPARTED,
            FbaShipment.CUSTOMS_RELEASED,
            FbaShipment.CUSTOMS_HELD,
            FbaShipment.CUSTOMS_REFUSED,
            FbaShipment.CARRIER_CHANGED,
            FbaShipment.GOODS_DELIVERED,
            FbaShipment.RECEIPT_CHANGED,
            FbaShipment.CLAIM_SETTLED);

    private static final List<String> DECISIONS = List.of(Filings.Kind.GRANTED.name(), Filings.Kind.NOT_GRANTED.name());

    /** What no other kind of project can follow; a message about a shipment or a filing needs one anyway. */
    private static final Map<String, Set<String>> OF_KIND = Map.of(
            FbaInbound.KEY,
            Set.of(FbaInbound.CLEARED, FbaInbound.TARIFF_CHANGED),
            FdaCertification.KEY,
            FdaCertification.OF_PROJECT,
            BlackFridayLaunch.KEY,
            Set.of(DealSubmission.ACCEPTED, DealSubmission.REJECTED, DealSubmission.CHANGED));

    /** Changes that only a project which goes on can follow; they stand in its trail. */
    private static final Set<String> CHANGES = Set.of(
            ProjectProcess.CANCEL_REQUESTED,
            ProjectProcess.BUDGET_CHANGE_REQUESTED,
            ProjectProcess.DATE_CHANGED,
            FbaInbound.TARIFF_CHANGED,
            FbaShipment.CARRIER_CHANGED,
            FdaCertification.PRODUCT_CHANGED,
            FdaCertification.AGENCY_CHANGED,
            FdaCertification.REGULATION_CHANGED);

    private final OutsideFacts facts;
    private final Inbound inbound;
    private final Filings filings;
    private final Launches launches;
    private final Voyages voyages;
    private final Projects projects;
    private final RuntimeService runtime;
    private final AsApplication application;
    private final ActingPerson actor;
    private final AuditRecorder audit;

    Messages(
            OutsideFacts facts,
            Inbound inbound,
            Filings filings,
            Launches launches,
            Voyages voyages,
            Projects projects,
            RuntimeService runtime,
            AsApplication application,
            ActingPerson actor,
            AuditRecorder audit) {
        this.facts = facts;
        this.inbound = inbound;
        this.filings = filings;
        this.launches = launches;
        this.voyages = voyages;
        this.projects = projects;
        this.runtime = runtime;
        this.application = application;
        this.actor = actor;
        this.audit = audit;
    }

    /**
     * One report.
     *
     * @param id chosen by the sender: the same report twice has one effect
     * @param shipmentId of a message about a shipment
     * @param sku of {@code certification.cleared}
     * @param submissionId of what the FDA or a channel answers: id of the filing or of the deal
     * @param content JSON as it was reported
     */
    public record Report(
            String id,
            ProjectCode project,
            String message,
            @Nullable String shipmentId,
            @Nullable String sku,
            @Nullable String submissionId,
            String content,
            String reportedBy,
            @Nullable Instant occurredAt) {

        /** A report that is about nothing that was handed in. */
        public Report(
                String id,
                ProjectCode project,
                String message,
                @Nullable String shipmentId,
                @Nullable String sku,
                String content,
                String reportedBy,
                @Nullable Instant occurredAt) {
            this(id, project, message, shipmentId, sku, null, content, reportedBy, occurredAt);
        }
    }

    /** What became of a report. */
    public enum Outcome {
        /** Somebody waited for it, and goes on. */
        DELIVERED,
        /** Kept; the process will find it when it gets there. */
        KEPT,
        /** The same report had come before. */
        REPEATED
    }

    /**
     * Keeps the report, and tells it to whoever waits for it. A change stands in the trail with what was said of it.
     *
     * @throws Refusal if the message is none of ours, lacks what it is about, or is about a shipment that the project
     *     does not have; if a project is to be cancelled and nobody says why; if a project that has ended is to change,
     *     or the carrier of a shipment that is not on its way
     */
    @Transactional
    public Outcome report(Report report) {
        String subject = subject(report);
        if (report.message().equals(ProjectProcess.CANCEL_REQUESTED) && !Standstill.isReason(reason(report))) {
            throw Refusal.rule("REASON_NEEDED", Standstill.LONGEST_REASON);
        }
        boolean isNew;
        try {
            isNew = facts.keep(
                    report.id(),
                    report.project(),
                    report.message(),
                    subject,
                    report.content(),
                    report.reportedBy(),
                    report.occurredAt());
        } catch (DuplicateKeyException e) {
            throw Refusal.lost("MESSAGE_OTHER_CONTENT", report.id());
        }
        if (!isNew) {
            return Outcome.REPEATED;
        }
        ProjectStatus status = projects.require(report.project()).status();
        if (CHANGES.contains(report.message())) {
            if (!status.isOpen()) {
                throw Refusal.lost("PROJECT_ENDED", report.project().value());
            }
            if (report.message().equals(FbaShipment.CARRIER_CHANGED)
                    && !voyages.underWay(report.project()).contains(subject)) {
                throw Refusal.lost("SHIPMENT_NOT_UNDER_WAY", subject);
            }
            recordChange(report, subject);
        }
        if (status == ProjectStatus.ON_HOLD) {
            return Outcome.KEPT;
        }
        return application.call(() -> correlate(report)) ? Outcome.DELIVERED : Outcome.KEPT;
    }

    /** Tells the project that a shipment comes at another time. */
    @EventListener
    void tellOf(ArrivalMoved moved) {
        report(new Report(
                "arrival:%s:%s".formatted(moved.shipmentId(), UUID.randomUUID()),
                moved.project(),
                ProjectProcess.DATE_CHANGED,
                null,
                null,
                CanonicalJson.of(Map.of(
                        "shipment", moved.shipmentId(),
                        "cause", moved.cause(),
                        "before", moved.before().instant(),
                        "after", moved.after().instant())),
                actor.id(),
                null));
    }

    /** Tells what was reported since then, in its order, to whoever waits for it now. */
    @Transactional
    void tellKept(ProjectCode project, Instant since) {
        for (OutsideFacts.Fact fact : facts.since(project, since)) {
            boolean ofShipment = OF_SHIPMENT.contains(fact.message());
            boolean clears = fact.message().equals(FbaInbound.CLEARED);
            Report report = new Report(
                    fact.id(),
                    project,
                    fact.message(),
                    ofShipment ? fact.subject() : null,
                    clears ? FbaInbound.skuOfClearance(fact.subject()) : null,
                    isAnswer(fact.message()) ? fact.subject() : null,
                    fact.content(),
                    fact.reportedBy(),
                    fact.occurredAt());
            application.call(() -> correlate(report));
        }
    }

    private void recordChange(Report report, String subject) {
        Map<String, String> change = Map.of("report", report.id(), "about", subject, "reason", reason(report));
        audit.record(report.reportedBy(), Projects.SUBJECT, report.project().value(), report.message(), change);
    }

    static String reason(Report report) {
        return OutsideFacts.text(report.content(), REASON).orElse("");
    }

    private String subject(Report report) {
        String lifecycle = projects.require(report.project()).lifecycle();
        boolean ofOthers = OF_KIND.entrySet().stream()
                .anyMatch(kind ->
                        !kind.getKey().equals(lifecycle) && kind.getValue().contains(report.message()));
        if (ofOthers) {
            throw Refusal.notFound("MESSAGE_UNKNOWN", report.message());
        }
        if (report.message().equals(FdaCertification.DETAINED)) {
            requireMoment(report, FdaCertification.NOTICE_DUE_AT);
        }
        if (OF_SHIPMENT.contains(report.message())) {
            String shipment = required(report, "shipmentId", report.shipmentId());
            if (inbound.shipment(report.project(), shipment).isEmpty()) {
                throw Refusal.rule(
                        "SHIPMENT_UNKNOWN", shipment, report.project().value());
            }
            return shipment;
        }
        if (FdaCertification.ANSWERS.contains(report.message())) {
            return filing(report);
        }
        if (FdaCertification.OF_PROJECT.contains(report.message())) {
            return report.project().value();
        }
        if (DealSubmission.ANSWERS.contains(report.message())) {
            return deal(report);
        }
        return switch (report.message()) {
            case FbaInbound.CLEARED ->
                FbaInbound.clearanceSubject(report.project().value(), required(report, "sku", report.sku()));
            case ProjectProcess.CANCEL_REQUESTED,
                    ProjectProcess.BUDGET_CHANGE_REQUESTED,
                    ProjectProcess.DATE_CHANGED,
                    ProjectProcess.DATE_AT_RISK,
                    ProjectProcess.SKU_BLOCKED,
                    FbaInbound.TARIFF_CHANGED -> report.project().value();
            default -> throw Refusal.notFound("MESSAGE_UNKNOWN", report.message());
        };
    }

    private static boolean isAnswer(String message) {
        return FdaCertification.ANSWERS.contains(message) || DealSubmission.ANSWERS.contains(message);
    }

    /** What the thing that was handed in is called where its answer is waited for. */
    private static Var<String> submission(Report report) {
        return DealSubmission.ANSWERS.contains(report.message()) ? DealSubmission.DEAL_ID : FdaCertification.FILING_ID;
    }

    /** @return id of the deal */
    private String deal(Report report) {
        String deal = required(report, "submissionId", report.submissionId());
        if (launches.deals(report.project()).stream()
                .noneMatch(known -> known.id().equals(deal))) {
            throw Refusal.rule("DEAL_UNKNOWN", deal, report.project().value());
        }
        return deal;
    }

    /** @return id of the filing; what is decided about it says how */
    private String filing(Report report) {
        String filing = required(report, "submissionId", report.submissionId());
        if (filings.find(filing)
                .filter(known -> known.project().equals(report.project()))
                .isEmpty()) {
            throw Refusal.rule("FILING_UNKNOWN", filing, report.project().value());
        }
        boolean decided = report.message().equals(FdaCertification.DECIDED);
        if (decided
                && OutsideFacts.text(report.content(), "decision")
                        .filter(DECISIONS::contains)
                        .isEmpty()) {
            throw Refusal.rule("FDA_DECISION_MISSING", String.join(", ", DECISIONS));
        }
        return filing;
    }

    private static void requireMoment(Report report, String key) {
        String text = OutsideFacts.text(report.content(), key).orElse("");
        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.rule("MESSAGE_SUBJECT_MISSING", report.message(), key);
        }
    }

    private static String required(Report report, String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.rule("MESSAGE_SUBJECT_MISSING", report.message(), name);
        }
        return value;
    }

    private boolean correlate(Report report) {
        MessageCorrelationBuilder correlation = runtime.createMessageCorrelation(report.message())
                .processInstanceBusinessKey(report.project().value());
        if (report.shipmentId() != null) {
            Var<String> shipment = FbaShipment.SHIPMENT_ID;
            correlation.processInstanceVariableEquals(shipment.name(), report.shipmentId());
        }
        if (report.sku() != null) {
            correlation.localVariableEquals(SKU.name(), report.sku());
        }
        if (report.submissionId() != null) {
            if (DealSubmission.ANSWERS.contains(report.message())) {
                correlation.processInstanceVariableEquals(submission(report).name(), report.submissionId());
            } else {
                correlation.localVariableEquals(submission(report).name(), report.submissionId());
            }
        }
        if (!waits(report)) {
            return false;
        }
        correlation.correlate();
        return true;
    }

    private boolean waits(Report report) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(report.project().value())
                .messageEventSubscriptionName(report.message())
                .list();
        return waiting.stream()
                .anyMatch(execution -> matches(execution, SHIPMENT_ID, report.shipmentId())
                        && matches(execution, SKU, report.sku())
                        && matches(execution, submission(report), report.submissionId()));
    }

    private boolean matches(Execution execution, Var<String> variable, @Nullable String value) {
        return value == null
                || variable.find(runtime, execution.getId())
                        .filter(value::equals)
                        .isPresent();
    }
}
