package com.lianxing.process.planning;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.demo.InboundProjects;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.notification.Outbox;
import com.lianxing.process.ProjectSchedules;
import com.lianxing.process.WorkItem;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.engine.Deadlines;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Baseline;
import com.lianxing.schedule.DateChange;
import com.lianxing.schedule.DateChange.Cause;
import com.lianxing.schedule.DateChange.Event;
import com.lianxing.schedule.DateChange.Kind;
import com.lianxing.schedule.DateHistory;
import com.lianxing.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Due dates and forecasts move in the transaction that moves the project, and each move is kept. */
@LianxingTest
class ScheduledDatesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    private InboundProjects company;

    @Autowired
    private ProjectSchedules schedules;

    @Autowired
    private DateHistory history;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private ScheduleWatch watch;

    @Autowired
    private Projects projects;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AsApplication application;

    @Autowired
    private Clock clock;

    @BeforeEach
    void enrolTheCompany() {
        company.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aStepIsDueWhenTheScheduleNeedsItAndFollowedUpWhenItMustBegin() {
        ProjectCode project = company.started();
        moveTarget(project, Duration.ofDays(300));

        Task open = task(project, "userTask_planQuantities");
        Schedule.Row row = row(project, "userTask_planQuantities");

        assertThat(open.getDueDate().toInstant()).isEqualTo(row.latest().finish());
        assertThat(open.getFollowUpDate().toInstant()).isEqualTo(row.latest().start());
        assertThat(row.latest().finish()).isAfter(clock.now().plus(Duration.ofDays(30)));
    }

    /** S12: open steps move with the target, and the record says who moved what, why, and what it was before. */
    @Test
    void aTargetThatMovesTakesOpenStepsAlongAndLeavesATrace() {
        ProjectCode project = company.started();
        moveTarget(project, Duration.ofDays(300));
        Instant due = task(project, "userTask_planQuantities").getDueDate().toInstant();
        Instant target = projects.require(project).target().instant();

        moveTarget(project, Duration.ofDays(-28));

        Instant after = task(project, "userTask_planQuantities").getDueDate().toInstant();
        assertThat(Duration.between(after, due)).isBetween(Duration.ofDays(25), Duration.ofDays(40));
        assertThat(history.changes(project, 2))
                .extracting(DateChange::kind, DateChange::before, DateChange::after, DateChange::reason)
                .containsExactly(
                        tuple(Kind.DUE, due, after, "the platform moved"),
                        tuple(Kind.TARGET, target, target.minus(Duration.ofDays(28)), "the platform moved"));
    }

    @Test
    void whoComesTooLateIsGivenTheDaysOfTheStepAllTheSame() {
        ProjectCode project = company.started();
        moveTarget(project, Duration.ofDays(-20));
        Task open = task(project, "userTask_planQuantities");

        assertThat(row(project, "userTask_planQuantities").latest().finish()).isBefore(clock.now());
        assertThat(open.getDueDate().toInstant())
                .isBetween(clock.now().plus(Duration.ofDays(1)), clock.now().plus(Duration.ofDays(14)));
    }

    @Test
    void aDateThatAPersonDecidedOnStays() {
        ProjectCode project = company.started();
        Task open = task(project, "userTask_planQuantities");
        Deadline decided = new Deadline(
                LocalDateTime.ofInstant(clock.now(), SHANGHAI).plusDays(9).truncatedTo(ChronoUnit.MINUTES),
                SHANGHAI,
                DeadlineKind.INTERNAL);
        application.run(() -> deadlines.extend(open.getId(), decided, "agreed with the supplier"));

        moveTarget(project, Duration.ofDays(300));

        assertThat(task(project, "userTask_planQuantities").getDueDate().toInstant())
                .isEqualTo(decided.instant());
    }

    @Test
    void aStepThatIsDoneLateMovesTheForecastAndSaysBecauseOfWhat() {
        ProjectCode project = company.started();
        Instant before = forecast(project);

        company.letPass(Duration.ofDays(14));
        company.does(project, "userTask_planQuantities");

        DateChange moved = history.changes(project, 10).stream()
                .filter(change -> change.kind() == Kind.FORECAST)
                .findFirst()
                .orElseThrow();
        assertThat(moved.before()).isEqualTo(before);
        assertThat(moved.after()).isEqualTo(forecast(project)).isAfter(before.plus(Duration.ofDays(7)));
        assertThat(moved.cause()).isEqualTo(new Cause(Event.STEP_DONE, "userTask_planQuantities"));
        assertThat(moved.by()).isEqualTo("ops");
    }

    /** Nobody touches the project, and yet the manager hears of it: seed "projects slip and nobody knew". */
    @Test
    void aProjectThatSlipsUntouchedIsTold() {
        ProjectCode project = company.started();
        moveTarget(project, Duration.ofDays(120));
        assertThat(kinds(project)).doesNotContain("TARGET_MISSED");

        company.letPass(Duration.ofDays(150));
        watch.look(List.of(projects.require(project)));

        assertThat(kinds(project)).containsOnlyOnce("TARGET_MISSED");
        assertThat(history.changes(project, 1))
                .extracting(DateChange::cause)
                .containsExactly(new Cause(Event.TIME_PASSED, null));

        watch.look(List.of(projects.require(project)));
        assertThat(kinds(project)).as("told once").containsOnlyOnce("TARGET_MISSED");
    }

    @Test
    void whatWasApprovedIsFrozenAndANewTargetMakesTheNextVersion() {
        ProjectCode project = company.startedAt(
                "userTask_placeOrder", new LineAmount(BudgetLine.PRODUCT, Money.parse("900.00", "USD")));
        Baseline approved = history.baseline(project).orElseThrow();
        Instant finish = forecast(project);

        assertThat(approved.version()).isOne();
        assertThat(approved.reason()).isEqualTo(Baseline.Reason.PLAN_APPROVED);
        assertThat(approved.finish()).isEqualTo(finish);

        company.letPass(Duration.ofDays(5));
        moveTarget(project, Duration.ofDays(30));

        Baseline moved = history.baseline(project).orElseThrow();
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.reason()).isEqualTo(Baseline.Reason.TARGET_MOVED);
        assertThat(moved.target()).isEqualTo(approved.target().plus(Duration.ofDays(30)));
        assertThat(depositPaid(moved)).isAfter(depositPaid(approved));
    }

    private static Instant depositPaid(Baseline baseline) {
        return requireNonNull(baseline.steps().get("userTask_payDeposit")).finish();
    }

    private void moveTarget(ProjectCode project, Duration by) {
        Deadline before = projects.require(project).target();
        projects.moveTarget(
                project, new Deadline(before.local().plus(by), before.zone(), before.kind()), "the platform moved");
    }

    private Task task(ProjectCode project, String step) {
        WorkItem item = company.task(project, step);
        return application.call(
                () -> tasks.createTaskQuery().taskId(item.taskId()).singleResult());
    }

    private Schedule.Row row(ProjectCode project, String step) {
        return schedule(project).row(step);
    }

    private Instant forecast(ProjectCode project) {
        return schedule(project).finish();
    }

    private Schedule schedule(ProjectCode project) {
        return schedules
                .of(projects.require(project), Locale.ENGLISH)
                .orElseThrow()
                .schedule();
    }

    private List<String> kinds(ProjectCode project) {
        return outbox.to("pm", 200).stream()
                .filter(message -> message.subjectCode().equals(project.value()))
                .map(message -> message.kind())
                .toList();
    }
}
