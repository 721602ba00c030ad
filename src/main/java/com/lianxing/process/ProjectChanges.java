package com.lianxing.process;

import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.inbound.Voyages;
import com.lianxing.process.Messages.Report;
import com.lianxing.process.fbashipment.FbaShipment;
import com.lianxing.process.fdacertification.FdaCertification;
import com.lianxing.process.lifecycle.LinkedDates;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.Pauses;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be asked of a running project beside its plan, and by whom: domain.md 1.3. */
@Service
public class ProjectChanges {

    private final Messages messages;
    private final Standstill standstill;
    private final Projects projects;
    private final Pauses pauses;
    private final Voyages voyages;
    private final LinkedDates linkedDates;

    ProjectChanges(
            Messages messages,
            Standstill standstill,
            Projects projects,
            Pauses pauses,
            Voyages voyages,
            LinkedDates linkedDates) {
        this.messages = messages;
        this.standstill = standstill;
        this.projects = projects;
        this.pauses = pauses;
        this.voyages = voyages;
        this.linkedDates = linkedDates;
    }

    public enum Kind {
        BUDGET(ProjectProcess.BUDGET_CHANGE_REQUESTED),
        DATE(ProjectProcess.DATE_CHANGED),
        /** Its claims or its formula: the project is replaced by another one. */
        PRODUCT(FdaCertification.PRODUCT_CHANGED, Role.COMPLIANCE),
        AGENCY(FdaCertification.AGENCY_CHANGED, Role.COMPLIANCE),
        CARRIER(FbaShipment.CARRIER_CHANGED, Role.LOGISTICS),
        CANCEL(ProjectProcess.CANCEL_REQUESTED);

        private final String message;

        /** Whose person on the team may ask for it too. */
        private final @Nullable Role expert;

        Kind(String message) {
            this(message, null);
        }

        Kind(String message, @Nullable Role expert) {
            this.message = message;
            this.expert = expert;
        }
    }

    /** @param shipmentId of the shipment that gets another carrier; null for what concerns the whole project */
    public record Change(Kind kind, @Nullable String shipmentId) {

        static Change of(Kind kind) {
            return new Change(kind, null);
        }
    }

    /** Each but the first two is the key of a refusal's sentence. */
    public enum Outcome {
        DONE,
        /** The process is not where it can follow; it will be told when it is. */
        KEPT,
        MESSAGE_BY_ITS_MANAGER,
        CARRIER_BY_LOGISTICS,
        SHIPMENT_NOT_UNDER_WAY,
        REASON_NEEDED,
        PROJECT_ENDED,
        LINK_IN_CIRCLE,
        LINK_OF_OTHER_KIND
    }

    /** Whether the person may ask: the project's own manager, the manager of its department, or the general manager. */
    public boolean mayAsk(Project project, Person person) {
        return person.holds(Role.GENERAL_MANAGER) || standstill.mayDecide(project, person);
    }

    /** What the project can follow now, of what the person may ask; while it stands still only to be cancelled. */
    public List<Change> offered(Project project, Person person) {
        if (!project.status().isOpen()) {
            return List.of();
        }
        List<Change> offered = new ArrayList<>();
        boolean standsStill = project.status() == ProjectStatus.ON_HOLD;
        if (!standsStill && mayAsk(project, person)) {
            offered.add(Change.of(Kind.BUDGET));
            offered.add(Change.of(Kind.DATE));
        }
        if (!standsStill && project.lifecycle().equals(FdaCertification.KEY) && mayAsk(project, person, Kind.PRODUCT)) {
            offered.add(Change.of(Kind.PRODUCT));
            offered.add(Change.of(Kind.AGENCY));
        }
        if (!standsStill && mayAsk(project, person, Kind.CARRIER)) {
            voyages.underWay(project.code()).forEach(shipment -> offered.add(new Change(Kind.CARRIER, shipment)));
        }
        if (mayAsk(project, person)) {
            offered.add(Change.of(Kind.CANCEL));
        }
        return offered;
    }

    /** @param key of the request: the same twice has one effect */
    @Transactional
    public Outcome ask(ProjectCode code, String key, Change change, Person person, String reason) {
        Project project = projects.lock(code);
        boolean ofCarrier = change.kind() == Kind.CARRIER;
        if (!mayAsk(project, person, change.kind())) {
            return ofCarrier ? Outcome.CARRIER_BY_LOGISTICS : Outcome.MESSAGE_BY_ITS_MANAGER;
        }
        if (!Standstill.isReason(reason)) {
            return Outcome.REASON_NEEDED;
        }
        if (!project.status().isOpen()) {
            return Outcome.PROJECT_ENDED;
        }
        if (ofCarrier && !voyages.underWay(code).contains(change.shipmentId())) {
            return Outcome.SHIPMENT_NOT_UNDER_WAY;
        }
        Messages.Outcome told = report(
                new Report(
                        key,
                        code,
                        change.kind().message,
                        change.shipmentId(),
                        null,
                        CanonicalJson.of(Map.of("reason", reason.strip())),
                        person.id(),
                        null),
                person);
        return told == Messages.Outcome.KEPT ? Outcome.KEPT : Outcome.DONE;
    }

    /** {@link Messages#report}, after letting a project that stands still and is cancelled go on: to its end. */
    @Transactional
    public Messages.Outcome report(Report report, Person by) {
        if (report.message().equals(ProjectProcess.CANCEL_REQUESTED)) {
            projects.lock(report.project());
            pauses.current(report.project())
                    .ifPresent(pause -> standstill.goOn(pause, report.id(), by, Messages.reason(report)));
        }
        return messages.report(report);
    }

    /**
     * Has the project wait for another one. Linking what is linked changes nothing.
     *
     * @throws IllegalArgumentException if there is no such project
     */
    @Transactional
    public Outcome link(ProjectLink wanted, Person person) {
        if (!mayAsk(projects.require(wanted.waiting()), person)) {
            return Outcome.MESSAGE_BY_ITS_MANAGER;
        }
        return switch (linkedDates.link(wanted)) {
            case LINKED, ALREADY -> Outcome.DONE;
            case LINK_IN_CIRCLE -> Outcome.LINK_IN_CIRCLE;
            case LINK_OF_OTHER_KIND -> Outcome.LINK_OF_OTHER_KIND;
            case PROJECT_ENDED -> Outcome.PROJECT_ENDED;
        };
    }

    /** Whether what is needed comes too late, or never, by the targets as they stand. */
    public boolean isAtRisk(ProjectLink link) {
        return linkedDates.isAtRisk(link);
    }

    /** Whether the person may send the message by which this is asked for; true for one by which nothing is. */
    public boolean maySend(Project project, Person person, String message) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.message.equals(message) && kind != Kind.CARRIER)
                .allMatch(kind -> mayAsk(project, person, kind));
    }

    /** Whoever may ask for all else, and the project's person for the role; if it names none, whoever holds it. */
    private boolean mayAsk(Project project, Person person, Kind kind) {
        Role expert = kind.expert;
        return mayAsk(project, person)
                || (expert != null
                        && person.holds(expert)
                        && projects.memberFor(project.code(), expert).stream().allMatch(person.id()::equals));
    }
}
