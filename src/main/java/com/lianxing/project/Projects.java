package com.lianxing.project;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditRecorder;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.audit.Sha256;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.project.Registration.DuplicateName;
import com.lianxing.project.Registration.Refused;
import com.lianxing.project.Registration.Registered;
import com.lianxing.project.Registration.SameRequest;
import com.lianxing.transaction.TransactionMemory;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The projects: who they are, who is on their team, what they have reached. */
@Service
public class Projects {

    /** Under this type and the code every project keeps its audit trail. */
    public static final String SUBJECT = "project";

    private static final int MOST_AT_ONCE = 200;

    private final ProjectRows rows;
    private final People people;
    private final CurrentPerson current;
    private final AuditRecorder audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /** As they are while this transaction has them locked. */
    private final TransactionMemory<ProjectCode, Project> locked = new TransactionMemory<>();

    private final TransactionMemory<ProjectCode, Map<Role, String>> teams = new TransactionMemory<>();

    Projects(
            ProjectRows rows,
            People people,
            CurrentPerson current,
            AuditRecorder audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.people = people;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Gives the project its code and its team. Codes have no gaps: until the caller's transaction ends, nobody else
     * registers one of the same type and year, and what is rolled back gives its number back. The year is that of the
     * owner's clock.
     *
     * <p>The owner is the team's project manager, if no other is named and the owner holds that role.
     *
     * @throws IllegalStateException if the request's key came before with another content
     */
    @Transactional
    public Registration register(NewProject wanted) {
        Optional<Refused> refused = refuse(wanted);
        if (refused.isPresent()) {
            return refused.get();
        }
        Person owner = people.require(wanted.owner());
        Instant now = clock.now();
        Lifecycle lifecycle = Lifecycle.of(wanted.lifecycle());
        int year = now.atZone(owner.zone()).getYear();
        int last = rows.lockLastNumber(lifecycle, year);

        String requestHash = Sha256.of(CanonicalJson.of(wanted.content()));
        Optional<ProjectRows.Requested> before = rows.findRequest(wanted.requestKey());
        if (before.isPresent()) {
            if (!before.get().hash().equals(requestHash)) {
                throw new IllegalStateException("the request %s made %s with other content"
                        .formatted(wanted.requestKey(), before.get().code()));
            }
            return new SameRequest(require(before.get().code()));
        }
        Optional<ProjectCode> sameName = rows.findOpen(wanted.lifecycle(), wanted.nameKey());
        if (sameName.isPresent()) {
            return new DuplicateName(sameName.get());
        }
        ProjectCode code = new ProjectCode("%s-US-%04d-%03d".formatted(lifecycle.prefix(), year, last + 1));
        rows.useNumber(lifecycle, year, last + 1);
        Project project = new Project(
                code,
                wanted.lifecycle(),
                wanted.name(),
                wanted.owner(),
                wanted.sponsor(),
                wanted.department(),
                wanted.target(),
                wanted.channels(),
                ProjectStatus.DRAFT,
                now);
        rows.insert(project, wanted.nameKey(), wanted.requestKey(), requestHash);
        wanted.team().forEach((role, person) -> rows.putMember(code, role, person));
        if (!wanted.team().containsKey(Role.PROJECT_MANAGER) && owner.holds(Role.PROJECT_MANAGER)) {
            rows.putMember(code, Role.PROJECT_MANAGER, owner.id());
        }
        audit.record(actor(), SUBJECT, code.value(), "project.registered", wanted.content());
        return new Registered(project);
    }

    private Optional<Refused> refuse(NewProject wanted) {
        if (wanted.owner().equals(wanted.sponsor())) {
            return Optional.of(Refused.because(Refused.OWNER_IS_SPONSOR));
        }
        if (!wanted.target().instant().isAfter(clock.now())) {
            return Optional.of(Refused.because(Refused.TARGET_NOT_IN_FUTURE));
        }
        if (!rows.departmentExists(wanted.department())) {
            return Optional.of(Refused.because(Refused.DEPARTMENT_UNKNOWN, wanted.department()));
        }
        for (String person : List.of(wanted.owner(), wanted.sponsor())) {
            if (people.find(person).isEmpty()) {
                return Optional.of(Refused.because(Refused.PERSON_UNKNOWN, person));
            }
        }
        return wanted.team().entrySet().stream()
                .filter(member -> !mayTake(member.getKey(), member.getValue()))
                .findFirst()
                .map(member -> Refused.because(
                        Refused.TEAM_MEMBER_WITHOUT_ROLE,
                        member.getValue(),
                        member.getKey().id()));
    }

    private boolean mayTake(Role role, String person) {
        return people.find(person).filter(known -> known.holds(role)).isPresent();
    }

    public Optional<Project> find(ProjectCode code) {
        return locked.recall(code).or(() -> rows.find(code, ""));
    }

    /** Those of them that there are, by code. */
    public List<Project> find(Collection<ProjectCode> codes) {
        return codes.isEmpty() ? List.of() : rows.find(codes);
    }

    /** @throws IllegalArgumentException if there is no such project */
    public Project require(ProjectCode code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no project " + code));
    }

    /**
     * By code, without those that nobody works on: {@link StaleProjects}.
     *
     * @param after code of the last one already read; empty for the beginning; nothing comes after what is no code
     * @param limit 1 to {@value #MOST_AT_ONCE}
     */
    public List<Project> list(String after, int limit) {
        if (limit < 1 || limit > MOST_AT_ONCE) {
            throw new IllegalArgumentException("a page has 1 to %d projects, not %d".formatted(MOST_AT_ONCE, limit));
        }
        return after.isEmpty() || ProjectCode.isCode(after) ? rows.list(after, limit, false) : List.of();
    }

    /** Those that {@link #list} leaves out; the same arguments. */
    public List<Project> listStale(String after, int limit) {
        return after.isEmpty() || ProjectCode.isCode(after) ? rows.list(after, limit, true) : List.of();
    }

    /**
     * Codes of all projects of a kind that are in one of the statuses.
     *
     * @param lifecycle id of their process
     */
    public List<ProjectCode> in(String lifecycle, Set<ProjectStatus> statuses) {
        return rows.in(lifecycle, statuses);
    }

    /**
     * Nobody else changes the project until the caller's transaction ends. The first of all locks: before budget rows.
     *
     * @throws IllegalArgumentException if there is no such project
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Project lock(ProjectCode code) {
        return locked.recall(code)
                .or(() -> rows.find(code, " for no key update").map(project -> locked.remember(code, project)))
                .orElseThrow(() -> new IllegalArgumentException("no project " + code));
    }

    /** Whether the caller's transaction has the project locked. */
    public boolean isLocked(ProjectCode code) {
        return locked.recall(code).isPresent();
    }

    /** Locks several, in the order of their codes, so that nobody waits in a circle. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Project> lockAll(Collection<ProjectCode> codes) {
        return codes.stream()
                .distinct()
                .sorted(Comparator.comparing(ProjectCode::value))
                .map(this::lock)
                .toList();
    }

    /**
     * Moves the date that the project is for; what derives from it is moved by its process. The same date changes
     * nothing.
     *
     * @param reason what an auditor will read
     * @return the date before
     */
    @Transactional
    public Deadline moveTarget(ProjectCode code, Deadline target, String reason) {
        Deadline before = lock(code).target();
        if (!before.equals(target)) {
            rows.setTarget(code, target);
            locked.forget(code);
            audit.record(
                    actor(),
                    SUBJECT,
                    code.value(),
                    "project.targetMoved",
                    Map.of(
                            "before", before.local() + " " + before.zone(),
                            "now", target.local() + " " + target.zone(),
                            "reason", reason));
            events.publishEvent(new TargetMoved(code, before, target, reason));
            events.publishEvent(new ProjectMoved(code));
        }
        return before;
    }

    /** As {@link #setStatus(ProjectCode, ProjectStatus, String)}, by whoever is signed in, else by the system. */
    @Transactional
    public void setStatus(ProjectCode code, ProjectStatus status) {
        setStatus(code, status, actor());
    }

    /**
     * Moves the project on. Setting the status that it has changes nothing.
     *
     * @param actor id of the person, or {@link AuditEntry#SYSTEM}
     * @throws IllegalStateException if a project in its status cannot go there
     */
    @Transactional
    public void setStatus(ProjectCode code, ProjectStatus status, String actor) {
        ProjectStatus before = lock(code).status();
        if (before == status) {
            return;
        }
        if (!before.mayBecome(status)) {
            throw new IllegalStateException("project %s is %s and cannot become %s".formatted(code, before, status));
        }
        rows.setStatus(code, status);
        locked.forget(code);
        audit.record(actor, SUBJECT, code.value(), "project.statusChanged", Map.of("before", before, "now", status));
        if (!status.isOpen() && status != ProjectStatus.CLOSED_SUCCESS) {
            events.publishEvent(new ProjectMoved(code));
        }
    }

    /** As {@link #recordMilestone(ProjectCode, String, Instant)}, reached now. */
    @Transactional
    public void recordMilestone(ProjectCode code, String key) {
        recordMilestone(code, key, clock.now());
    }

    /** Remembers when the project reached something. Only the first time counts; later ones change nothing. */
    @Transactional
    public void recordMilestone(ProjectCode code, String key, Instant at) {
        if (rows.insertMilestone(code, new Milestone(key, at))) {
            audit.record(
                    actor(), SUBJECT, code.value(), "project.milestoneReached", Map.of("milestone", key, "at", at));
        }
    }

    /** In the order they were reached. */
    public List<Milestone> milestones(ProjectCode code) {
        return rows.milestones(code);
    }

    /** The person on the project's team for that role; empty if anybody who holds it may do the work. */
    public Optional<String> memberFor(ProjectCode code, Role role) {
        return Optional.ofNullable(team(code).get(role));
    }

    /** By code, of each that has one. */
    public Map<ProjectCode, Map<Role, String>> teams(Collection<ProjectCode> codes) {
        return rows.teams(codes);
    }

    public Map<Role, String> team(ProjectCode code) {
        return teams.recall(code).orElseGet(() -> {
            Map<Role, String> team = rows.team(code);
            return isLocked(code) ? teams.remember(code, team) : team;
        });
    }

    /**
     * Puts somebody on the team, in place of whoever had the role.
     *
     * @return false, and nothing changed, if the person does not hold the role
     */
    @Transactional
    public boolean setMember(ProjectCode code, Role role, String person, String actor) {
        if (!mayTake(role, person)) {
            return false;
        }
        lock(code);
        Optional<String> before = memberFor(code, role);
        if (!before.equals(Optional.of(person))) {
            rows.putMember(code, role, person);
            teams.forget(code);
            audit.record(
                    actor,
                    SUBJECT,
                    code.value(),
                    "project.memberSet",
                    Map.of("role", role.id(), "before", before.orElse(""), "now", person));
        }
        return true;
    }

    /**
     * Gives the project to another manager: its new owner, and the project manager of its team.
     *
     * @return false, and nothing changed, if the person does not hold the role or is its sponsor
     */
    @Transactional
    public boolean handOver(ProjectCode code, String person, String reason, String by) {
        Project project = lock(code);
        if (project.sponsor().equals(person) || !setMember(code, Role.PROJECT_MANAGER, person, by)) {
            return false;
        }
        if (!project.owner().equals(person)) {
            rows.setOwner(code, person);
            locked.forget(code);
            audit.record(
                    by,
                    SUBJECT,
                    code.value(),
                    "project.handedOver",
                    Map.of("before", project.owner(), "now", person, "reason", reason));
        }
        return true;
    }

    private String actor() {
        return current.id().orElse(AuditEntry.SYSTEM);
    }
}
