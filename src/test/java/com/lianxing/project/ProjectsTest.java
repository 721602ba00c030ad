package com.lianxing.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.Staff;
import com.lianxing.access.People;
import com.lianxing.access.Role;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.StoredEntry;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.catalog.Channel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@LianxingTest
class ProjectsTest {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    @Autowired
    private Projects projects;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private String owner;
    private String sponsor;

    @BeforeEach
    void aTeam() {
        transaction = new TransactionTemplate(transactions);
        owner = Staff.hired(identity, people, "p-owner", "Asia/Shanghai", Role.PROJECT_MANAGER, Role.OPERATIONS);
        sponsor = Staff.hired(identity, people, "p-sponsor", "America/New_York", Role.LOGISTICS);
    }

    @Test
    void aProjectGetsItsCodeItsTeamAndAnEntryInItsTrail() {
        Project project = registered(wanted("  Q4   补货 "));

        assertThat(project.code().value()).matches("FBA-US-\\d{4}-\\d{3,}");
        assertThat(project.name()).isEqualTo("Q4 补货");
        assertThat(project.status()).isEqualTo(ProjectStatus.DRAFT);
        assertThat(project.target().zone()).isEqualTo(PACIFIC);
        assertThat(projects.require(project.code())).isEqualTo(project);
        assertThat(projects.memberFor(project.code(), Role.LOGISTICS)).contains(sponsor);
        assertThat(projects.memberFor(project.code(), Role.PROJECT_MANAGER))
                .as("the owner, who holds the role and nobody else was named")
                .contains(owner);
        assertThat(projects.memberFor(project.code(), Role.FINANCE)).isEmpty();
        assertThat(trail(project.code())).extracting(StoredEntry::action).containsExactly("project.registered");
    }

    @Test
    void theSameRequestMakesOneProjectHoweverOftenItComes() throws Exception {
        NewProject wanted = wanted("double click");
        List<Registration> results = inParallel(8, () -> projects.register(wanted));

        assertThat(results)
                .filteredOn(Registration.Registered.class::isInstance)
                .hasSize(1);
        Project project = ((Registration.Registered) results.stream()
                        .filter(Registration.Registered.class::isInstance)
                        .findFirst()
                        .orElseThrow())
                .project();
        assertThat(results)
                .filteredOn(Registration.SameRequest.class::isInstance)
                .hasSize(7)
                .allSatisfy(result -> assertThat(((Registration.SameRequest) result).existing())
                        .isEqualTo(project));
    }

    @Test
    void theSameRequestKeyWithOtherContentIsAnError() {
        NewProject wanted = wanted("first content");
        registered(wanted);
        NewProject other = withName(wanted, "other content");
        assertThatThrownBy(() -> projects.register(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other content");
    }

    @Test
    void aNameIsTakenWhileAProjectOfItIsOpen() {
        Project project = registered(wanted("Kitchen Scale ２"));
        NewProject sameName = wanted("kitchen  SCALE 2");
        assertThat(projects.register(sameName)).isEqualTo(new Registration.DuplicateName(project.code()));

        projects.setStatus(project.code(), ProjectStatus.CANCELLED);
        assertThat(projects.register(sameName)).isInstanceOf(Registration.Registered.class);
    }

    @Test
    void ofManyWhoWantTheSameNameOneGetsIt() throws Exception {
        String name = "raced " + UUID.randomUUID();
        List<Registration> results = inParallel(8, () -> projects.register(wanted(name)));
        assertThat(results)
                .filteredOn(Registration.Registered.class::isInstance)
                .hasSize(1);
        assertThat(results)
                .filteredOn(Registration.DuplicateName.class::isInstance)
                .hasSize(7);
    }

    @Test
    void whatCannotBeIsRefusedAndUsesNoNumber() {
        int before = lastNumber();
        NewProject wanted = wanted("refused");
        assertThat(rule(with(wanted, owner, owner, wanted.department(), wanted.targetLocal(), wanted.team())))
                .isEqualTo("OWNER_IS_SPONSOR");
        assertThat(rule(with(wanted, owner, "nobody", wanted.department(), wanted.targetLocal(), wanted.team())))
                .isEqualTo("PERSON_UNKNOWN");
        assertThat(rule(with(wanted, owner, sponsor, "nowhere", wanted.targetLocal(), wanted.team())))
                .isEqualTo("DEPARTMENT_UNKNOWN");
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), PACIFIC);
        assertThat(rule(with(wanted, owner, sponsor, wanted.department(), now.minusMinutes(1), wanted.team())))
                .isEqualTo("TARGET_NOT_IN_FUTURE");
        assertThat(rule(with(
                        wanted,
                        owner,
                        sponsor,
                        wanted.department(),
                        wanted.targetLocal(),
                        Map.of(Role.FINANCE, owner))))
                .isEqualTo("TEAM_MEMBER_WITHOUT_ROLE");
        assertThat(lastNumber()).isEqualTo(before);
    }

    @Test
    void codesHaveNoGapAndNoDoubleThoughEveryThirdRegistrationIsRolledBack() throws Exception {
        int before = lastNumber();
        Random random = new Random(20261123);
        List<Boolean> rolledBack =
                IntStream.range(0, 30).mapToObj(i -> random.nextInt(3) == 0).toList();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<ProjectCode> codes = new ArrayList<>();
        try {
            List<Callable<@Nullable ProjectCode>> work = new ArrayList<>();
            for (boolean undo : rolledBack) {
                work.add(() -> transaction.execute(status -> {
                    ProjectCode code = registered(wanted("parallel")).code();
                    if (undo) {
                        status.setRollbackOnly();
                        return null;
                    }
                    return code;
                }));
            }
            for (Future<@Nullable ProjectCode> done : threads.invokeAll(work)) {
                ProjectCode code = done.get();
                if (code != null) {
                    codes.add(code);
                }
            }
        } finally {
            threads.shutdown();
        }
        long kept = rolledBack.stream().filter(undo -> !undo).count();
        assertThat(codes).hasSize((int) kept).doesNotHaveDuplicates();
        assertThat(codes.stream().map(ProjectsTest::number).sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(before + 1, before + (int) kept)
                        .boxed()
                        .toList());
        assertThat(lastNumber()).isEqualTo(before + (int) kept);
    }

    @Test
    void aProjectGoesOnlyWhereItsStatusLeads() {
        ProjectCode code = registered(wanted("status")).code();
        projects.setStatus(code, ProjectStatus.BUDGET_PENDING);
        projects.setStatus(code, ProjectStatus.ACTIVE);
        projects.setStatus(code, ProjectStatus.ACTIVE);
        assertThatThrownBy(() -> projects.setStatus(code, ProjectStatus.REJECTED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ACTIVE")
                .hasMessageContaining("REJECTED");
        projects.setStatus(code, ProjectStatus.CLOSING);
        projects.setStatus(code, ProjectStatus.CLOSED_SUCCESS);
        assertThatThrownBy(() -> projects.setStatus(code, ProjectStatus.ACTIVE))
                .isInstanceOf(IllegalStateException.class);
        assertThat(trail(code))
                .filteredOn(entry -> entry.action().equals("project.statusChanged"))
                .extracting(StoredEntry::content)
                .containsExactly(
                        "{\"before\":\"DRAFT\",\"now\":\"BUDGET_PENDING\"}",
                        "{\"before\":\"BUDGET_PENDING\",\"now\":\"ACTIVE\"}",
                        "{\"before\":\"ACTIVE\",\"now\":\"CLOSING\"}",
                        "{\"before\":\"CLOSING\",\"now\":\"CLOSED_SUCCESS\"}");
    }

    @Test
    void noStatusLeadsOutOfAnEnd() {
        for (ProjectStatus status : ProjectStatus.values()) {
            boolean leads = false;
            for (ProjectStatus next : ProjectStatus.values()) {
                leads |= status.mayBecome(next);
            }
            assertThat(leads).as(status.name()).isEqualTo(status.isOpen());
        }
    }

    @Test
    void aMilestoneIsReachedOnce() {
        ProjectCode code = registered(wanted("milestones")).code();
        Instant first = Instant.parse("2026-09-01T02:00:00Z");
        projects.recordMilestone(code, "GOODS_READY", first);
        projects.recordMilestone(code, "GOODS_READY", first.plusSeconds(60));
        projects.recordMilestone(code, "SETTLED", first.plusSeconds(90));
        assertThat(projects.milestones(code))
                .containsExactly(new Milestone("GOODS_READY", first), new Milestone("SETTLED", first.plusSeconds(90)));
        assertThat(trail(code))
                .filteredOn(entry -> entry.action().equals("project.milestoneReached"))
                .hasSize(2);
    }

    @Test
    void onlyWhoHoldsARoleTakesItInATeam() {
        ProjectCode code = registered(wanted("team")).code();
        assertThat(projects.setMember(code, Role.FINANCE, sponsor, owner)).isFalse();
        assertThat(projects.setMember(code, Role.OPERATIONS, owner, owner)).isTrue();
        assertThat(projects.memberFor(code, Role.OPERATIONS)).contains(owner);
    }

    @Test
    void projectsAreListedByCodePageByPage() {
        registered(wanted("page one"));
        registered(wanted("page two"));
        List<Project> first = projects.list("", 1);
        List<Project> second = projects.list(first.get(0).code().value(), 1);
        assertThat(second.get(0).code().value())
                .isGreaterThan(first.get(0).code().value());
        assertThatThrownBy(() -> projects.list("", 201)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLockNeedsATransactionToHoldIt() {
        ProjectCode code = registered(wanted("lock")).code();
        assertThatThrownBy(() -> projects.lock(code)).isInstanceOf(IllegalTransactionStateException.class);
        Project locked = transaction.execute(status -> projects.lock(code));
        assertThat(locked).isEqualTo(projects.require(code));
    }

    @Test
    void aTransactionReadsOfALockedProjectWhatItHasWrittenItself() {
        ProjectCode code = registered(wanted("locked and changed")).code();
        Deadline later =
                new Deadline(projects.require(code).target().local().plusDays(30), PACIFIC, DeadlineKind.INTERNAL);

        transaction.executeWithoutResult(status -> {
            projects.lock(code);
            assertThat(projects.memberFor(code, Role.OPERATIONS)).isEmpty();
            projects.setStatus(code, ProjectStatus.BUDGET_PENDING);
            assertThat(projects.lock(code).status()).isEqualTo(ProjectStatus.BUDGET_PENDING);
            projects.moveTarget(code, later, "the vessel was rolled");
            assertThat(projects.require(code).target()).isEqualTo(later);
            projects.setMember(code, Role.OPERATIONS, owner, owner);
            assertThat(projects.memberFor(code, Role.OPERATIONS)).contains(owner);
        });
    }

    @Test
    void theDatabaseKeepsWhatAProjectIsAndWhereItComesFrom() {
        ProjectCode code = registered(wanted("fixed")).code();
        for (String sql : List.of(
                "update project set code = 'FBA-US-2026-9999' where code = ?",
                "update project set request_key = 'another' where code = ?",
                "update project set owner = sponsor where code = ?",
                "update project_milestone set at = now() where project_code = ? or true",
                "delete from project where code = ?")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param(code.value()).update())
                    .as(sql)
                    .isNotNull();
        }
    }

    private NewProject wanted(String name) {
        String unique = name.equals("parallel") ? name + " " + UUID.randomUUID() : name;
        return new NewProject(
                "fba-inbound",
                unique,
                owner,
                sponsor,
                Staff.DEPARTMENT,
                LocalDateTime.ofInstant(clock.now(), PACIFIC).plusDays(60),
                PACIFIC,
                Set.of(Channel.AMAZON_US),
                UUID.randomUUID().toString(),
                Map.of(Role.LOGISTICS, sponsor));
    }

    private static NewProject withName(NewProject wanted, String name) {
        return new NewProject(
                wanted.lifecycle(),
                name,
                wanted.owner(),
                wanted.sponsor(),
                wanted.department(),
                wanted.targetLocal(),
                wanted.targetZone(),
                wanted.channels(),
                wanted.requestKey(),
                wanted.team());
    }

    private static NewProject with(
            NewProject wanted,
            String owner,
            String sponsor,
            String department,
            LocalDateTime targetLocal,
            Map<Role, String> team) {
        return new NewProject(
                wanted.lifecycle(),
                wanted.name(),
                owner,
                sponsor,
                department,
                targetLocal,
                wanted.targetZone(),
                wanted.channels(),
                wanted.requestKey(),
                team);
    }

    private Project registered(NewProject wanted) {
        return ((Registration.Registered) projects.register(wanted)).project();
    }

    private String rule(NewProject wanted) {
        return ((Registration.Refused) projects.register(wanted)).rule();
    }

    private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(Collections.nCopies(times, work))) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private List<StoredEntry> trail(ProjectCode code) {
        return audit.entries(Projects.SUBJECT, code.value(), 0, 100);
    }

    private int lastNumber() {
        int year = clock.now().atZone(ZoneId.of("Asia/Shanghai")).getYear();
        return jdbc.sql("select coalesce(max(last), 0) from project_number where type = 'FBA' and year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }

    private static int number(ProjectCode code) {
        return Integer.parseInt(code.value().substring(12));
    }
}
