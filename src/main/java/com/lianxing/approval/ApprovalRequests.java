package com.lianxing.approval;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.approval.DecisionResult.Recorded;
import com.lianxing.approval.DecisionResult.Refused;
import com.lianxing.audit.AuditEntry;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.ExcessPosted;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.Suppliers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for money, from the asking to what is posted. Each call joins the caller's transaction and locks the project
 * first; each may run twice, and the second time finds what the first did. Nobody is approved by time.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ApprovalRequests {

    /** For so long purchases from one vendor are taken together: splitting one does not lower its level. */
    static final Duration SAME_VENDOR = Duration.ofDays(30);

    private final ApprovalRows rows;
    private final Opening opening;
    private final Approvers approvers;
    private final ConflictOfDuty conflicts;
    private final Posting posting;
    private final ApprovalRecord record;
    private final BudgetLedger ledger;
    private final Projects projects;
    private final People people;
    private final Suppliers suppliers;
    private final WorkingCalendars calendars;
    private final Clock clock;

    ApprovalRequests(
            ApprovalRows rows,
            Opening opening,
            Approvers approvers,
            ConflictOfDuty conflicts,
            Posting posting,
            ApprovalRecord record,
            BudgetLedger ledger,
            Projects projects,
            People people,
            Suppliers suppliers,
            WorkingCalendars calendars,
            Clock clock) {
        this.rows = rows;
        this.opening = opening;
        this.approvers = approvers;
        this.conflicts = conflicts;
        this.posting = posting;
        this.record = record;
        this.ledger = ledger;
        this.projects = projects;
        this.people = people;
        this.suppliers = suppliers;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Opens the request, at the budget rate of today. Without a confirmed rate it is opened too, and will be refused.
     *
     * @return its id, for the variable {@code requestId} of the process that decides on it
     * @throws IllegalStateException if the id was used for other content, or the project is on hold
     */
    public String open(NewRequest wanted) {
        requireGoingOn(projects.lock(wanted.code()));
        return opening.open(wanted);
    }

    /**
     * Opens a request whose money, once approved, makes this hold larger (COMMIT_ADJUST) instead of making one of its own.
     *
     * @param holdId of the same project and line
     */
    public String openToRaise(String holdId, NewRequest wanted) {
        projects.lock(wanted.code());
        String requestId = opening.open(wanted);
        rows.raise(requestId, holdId);
        return requestId;
    }

    /**
     * Opens one request for all that was spent together without anybody having asked. Who posted it is taken for the one
     * who asks.
     */
    public String openAfterTheFact(ExcessPosted posted) {
        projects.lock(posted.code());
        return opening.openAfterTheFact(posted);
    }

    @Transactional(readOnly = true)
    public Optional<ApprovalRequest> find(String requestId) {
        return rows.find(requestId);
    }

    /** @throws IllegalArgumentException if there is no such request */
    @Transactional(readOnly = true)
    public ApprovalRequest require(String requestId) {
        return find(requestId).orElseThrow(() -> new IllegalArgumentException("no approval request " + requestId));
    }

    /** The request that the process instance decides on. */
    @Transactional(readOnly = true)
    public Optional<ApprovalRequest> ofInstance(String processInstanceId) {
        return rows.ofInstance(processInstanceId);
    }

    /** All requests of a project, newest first. */
    @Transactional(readOnly = true)
    public List<ApprovalRequest> of(ProjectCode code) {
        return rows.of(code);
    }

    /** The project that asked last for money for the vendor, not before that moment. */
    @Transactional(readOnly = true)
    public Optional<ProjectCode> lastToPay(UUID vendor, Instant since) {
        return rows.projectsOf(vendor, since).stream().findFirst();
    }

    /** The projects that were ever allowed to buy from the vendor, the latest first. */
    @Transactional(readOnly = true)
    public List<ProjectCode> buyingFrom(UUID vendor) {
        return rows.projectsOf(vendor, Instant.EPOCH).stream().distinct().toList();
    }

    /** Who is asked and what each has decided, in order; empty before the approvers are named. */
    @Transactional(readOnly = true)
    public List<ApprovalStep> chain(String requestId) {
        return rows.steps(requestId);
    }

    /**
     * Holds the request against the budget as it stands now.
     *
     * @param processInstanceId which decides on it from here on; nothing else may
     */
    public FundsCheck checkFunds(String requestId, String processInstanceId) {
        ApprovalRequest request = locked(requestId);
        FundsCheck check = check(request);
        if (request.routing() == null) {
            rows.saveCheck(requestId, check, processInstanceId);
        }
        return check;
    }

    /** Below which nobody decides, whatever the amount: money for a vendor of high risk needs the CFO (domain.md S50). */
    @Transactional(readOnly = true)
    public int leastLevel(String requestId) {
        UUID vendor = require(requestId).vendorId();
        boolean risky = vendor != null && suppliers.require(vendor).riskRating() == Supplier.RiskRating.HIGH;
        return risky ? Route.CFO_LEVEL : 1;
    }

    /**
     * Names those who are asked, in order.
     *
     * @param level 1 to 5, the higher one of the two tables
     * @return empty if nobody is to be asked, or nobody may be
     */
    public List<ApprovalStep> nameApprovers(String requestId, Route route, int level) {
        ApprovalRequest request = locked(requestId);
        Routing routing = request.routing();
        if (routing == null) {
            throw new IllegalStateException(requestId + " is routed before its funds were checked");
        }
        if (routing.route() == null) {
            List<Chain.Asked> chain = Chain.of(route, level, approvers.staffFor(request));
            rows.saveRoute(request, route, level, chain);
            record.routed(request, route, level, chain);
        }
        return rows.steps(requestId);
    }

    /**
     * The step whose turn it is. If its person cannot decide any more, somebody above takes it over.
     *
     * @param position from 0
     */
    public Ask ask(String requestId, int position) {
        ApprovalRequest request = locked(requestId);
        ApprovalStep step = step(requestId, position);
        List<ApprovalStep> chain = rows.steps(requestId);
        Staff staff = approvers.staffFor(request);
        String named = step.person();
        if (named != null && !staff.eligible(step.role()).contains(named)) {
            Optional<Chain.Asked> instead = Chain.instead(step.role(), staff, Approvers.inOtherSteps(chain, position));
            if (instead.isPresent()) {
                rows.saveStep(requestId, position, instead.get());
                step = step(requestId, position);
            }
        }
        ZoneId zone = approvers.askedIn(request, step, chain).stream()
                .findFirst()
                .flatMap(people::find)
                .map(Person::zone)
                .orElse(request.needBy().zone());
        Route route = requireRoute(request);
        return new Ask(step, AskTimes.of(clock.now(), zone, route, step.role(), calendars));
    }

    /** Who is asked in the step that is due: one person, or all of a role who have no conflict. */
    @Transactional(readOnly = true)
    public List<String> asked(String requestId) {
        List<ApprovalStep> chain = rows.steps(requestId);
        return due(chain)
                .map(step -> approvers.askedIn(require(requestId), step, chain))
                .orElse(List.of());
    }

    /** Who can decide after, or above, whoever is asked now. */
    @Transactional(readOnly = true)
    public List<String> above(String requestId) {
        List<ApprovalStep> chain = rows.steps(requestId);
        return due(chain)
                .map(step -> approvers.above(require(requestId), step, chain))
                .orElse(List.of());
    }

    /**
     * Records what a person decided on the step that is due.
     *
     * @param person the authenticated user
     * @param shownHash of the view the person decided on
     * @param modelVersion of the process, for the record
     * @throws IllegalStateException if another step is due, or there is no reason for a RETURN or REJECT
     */
    public DecisionResult decide(
            String requestId,
            int position,
            String person,
            Verdict verdict,
            String comment,
            @Nullable String shownHash,
            String modelVersion) {
        ApprovalRequest request = locked(requestId);
        List<ApprovalStep> chain = rows.steps(requestId);
        Optional<DutyConflict> conflict = conflicts.check(request, chain, person);
        if (conflict.isPresent()) {
            return new Refused(conflict.get());
        }
        ApprovalStep due = due(chain).orElseThrow();
        if (due.position() != position) {
            throw new IllegalStateException(
                    "step %d of %s is due, not %d".formatted(due.position(), requestId, position));
        }
        if (verdict != Verdict.APPROVE && comment.isBlank()) {
            throw new IllegalStateException(verdict + " without a reason");
        }
        Decision decision = new Decision(
                position,
                due.role(),
                person,
                verdict,
                comment.strip(),
                clock.now(),
                people.require(person).zone(),
                shownHash);
        rows.insert(request, decision);
        record.decided(request, decision, modelVersion);
        boolean last = verdict != Verdict.APPROVE || position == chain.size() - 1;
        if (verdict != Verdict.APPROVE) {
            Outcome outcome = verdict == Verdict.RETURN ? Outcome.RETURNED : Outcome.REJECTED;
            close(request, outcome, person);
        }
        return new Recorded(decision, last);
    }

    /**
     * Posts to the ledger what all have approved. What no longer fits is not posted, and the request ends rejected.
     *
     * @throws IllegalStateException if not all have approved
     */
    public Outcome post(String requestId) {
        ApprovalRequest request = locked(requestId);
        if (request.outcome() != null) {
            return request.outcome();
        }
        List<ApprovalStep> chain = rows.steps(requestId);
        boolean approved = !chain.isEmpty()
                && chain.stream()
                        .map(ApprovalStep::decision)
                        .allMatch(decision -> decision != null && decision.verdict() == Verdict.APPROVE);
        Decision last = approved ? chain.get(chain.size() - 1).decision() : null;
        if (last == null) {
            throw new IllegalStateException(requestId + " is not approved by all who are asked");
        }
        requireGoingOn(projects.require(request.code()));
        Outcome outcome = posting.post(request, last.decidedBy());
        close(request, outcome, last.decidedBy());
        return outcome;
    }

    /** Ends the request that nobody is asked about, and says why. */
    public Outcome refuse(String requestId) {
        ApprovalRequest request = locked(requestId);
        Outcome outcome =
                requireRoute(request) == Route.REJECT ? check(request).refusal(request.type()) : Outcome.NOBODY_TO_ASK;
        return closeOnce(request, outcome);
    }

    /** Ends the request that nobody decided in time. */
    public Outcome expire(String requestId) {
        return closeOnce(locked(requestId), Outcome.EXPIRED);
    }

    /** Ends a request that is not needed any more; one that ended before stays as it ended. */
    public void withdraw(String requestId) {
        closeOnce(locked(requestId), Outcome.WITHDRAWN);
    }

    /** Ends what a project that is cancelled still asks for; what it spent already is still to be answered for. */
    public void withdrawAll(ProjectCode code) {
        projects.lock(code);
        rows.openOf(code).stream()
                .filter(request -> !request.isAfterTheFact())
                .forEach(request -> closeOnce(request, Outcome.WITHDRAWN));
    }

    private Outcome closeOnce(ApprovalRequest request, Outcome outcome) {
        if (request.outcome() != null) {
            return request.outcome();
        }
        close(request, outcome, AuditEntry.SYSTEM);
        return outcome;
    }

    private void close(ApprovalRequest request, Outcome outcome, String actor) {
        rows.close(request.id(), outcome, clock.now());
        record.closed(request, outcome, actor);
    }

    private FundsCheck check(ApprovalRequest request) {
        Project project = projects.require(request.code());
        Map<BudgetLine, LinePosition> positions = new EnumMap<>(BudgetLine.class);
        ledger.positions(request.code()).forEach(position -> positions.put(position.line(), position));
        Money vendorTotal = request.vendorId() == null || request.type() == RequestType.PAYMENT
                ? Money.zero(Charge.USD)
                : rows.vendorTotal(request.vendorId(), request.requestedAt().minus(SAME_VENDOR));
        return FundsCheck.of(
                request, positions, ledger.budgetVersion(request.code()), vendorTotal, project.lifecycle());
    }

    /** Its processes stand still too, so that nothing gets here but by mistake. */
    private static void requireGoingOn(Project project) {
        if (project.status() == ProjectStatus.ON_HOLD) {
            throw new IllegalStateException(project.code() + " is on hold: nothing is committed");
        }
    }

    private ApprovalRequest locked(String requestId) {
        ApprovalRequest request = require(requestId);
        if (projects.isLocked(request.code())) {
            return request;
        }
        projects.lock(request.code());
        return require(requestId);
    }

    private ApprovalStep step(String requestId, int position) {
        return rows.steps(requestId).stream()
                .filter(step -> step.position() == position)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no step %d".formatted(requestId, position)));
    }

    private static Optional<ApprovalStep> due(List<ApprovalStep> chain) {
        return chain.stream().filter(step -> !step.isDecided()).findFirst();
    }

    private static Route requireRoute(ApprovalRequest request) {
        Routing routing = request.routing();
        if (routing == null || routing.route() == null) {
            throw new IllegalStateException(request.id() + " has no route yet");
        }
        return routing.route();
    }
}
