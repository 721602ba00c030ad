package com.lianxing.process.planning;

import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.engine.TaskObserver;
import com.lianxing.process.planning.LinkedSchedules.Planned;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.project.TargetMoved;
import com.lianxing.schedule.Baseline;
import com.lianxing.schedule.DateChange;
import com.lianxing.schedule.DateChange.Cause;
import com.lianxing.schedule.DateChange.Event;
import com.lianxing.schedule.DateHistory;
import com.lianxing.schedule.Schedule;
import com.lianxing.schedule.Schedule.Health;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the dates of a project as its schedule says, in the transaction that moved it: the due dates of its open steps, the
 * first plan and each new one, and the history of every date. Whoever answers for it is told when it gets worse.
 */
@Component
public class ScheduledDates implements TaskObserver {

    private final Plans plans;
    private final LinkedSchedules schedules;
    private final PlannedDueDates dueDates;
    private final DateHistory history;
    private final Projects projects;
    private final Notices notices;
    private final ActingPerson actor;
    private final AsApplication application;
    private final Clock clock;

    ScheduledDates(
            Plans plans,
            LinkedSchedules schedules,
            PlannedDueDates dueDates,
            DateHistory history,
            Projects projects,
            Notices notices,
            ActingPerson actor,
            @Lazy AsApplication application,
            Clock clock) {
        this.plans = plans;
        this.schedules = schedules;
        this.dueDates = dueDates;
        this.history = history;
        this.projects = projects;
        this.notices = notices;
        this.actor = actor;
        this.application = application;
        this.clock = clock;
    }

    @Override
    public void created(TaskEntity task) {
        touch(task, Event.STEP_BEGAN);
    }

    @Override
    public void ended(TaskEntity task) {
        touch(task, Event.STEP_DONE);
    }

    private void touch(TaskEntity task, Event event) {
        String code = task.getProcessInstance().getBusinessKey();
        if (code != null && ProjectCode.isCode(code) && isOfLifecycle(task)) {
            Touched.ofTransaction(this::settle)
                    .add(new ProjectCode(code), new Touch(new Cause(event, task.getTaskDefinitionKey()), null, null));
        }
    }

    /** Reviews and renewals beside the project do not move it. */
    private boolean isOfLifecycle(TaskEntity task) {
        boolean called = !task.getProcessInstanceId().equals(task.getExecution().getRootProcessInstanceId());
        return called
                || application.call(
                        () -> plans.of(task.getProcessDefinitionId()).network().hasEnd());
    }

    @EventListener
    void moved(TargetMoved moved) {
        Touched.ofTransaction(this::settle)
                .add(
                        moved.project(),
                        new Touch(
                                new Cause(Event.TARGET_MOVED, null),
                                moved.before().instant(),
                                moved.reason()));
    }

    /** Looks at a project in which nobody does anything: time passes all the same. The caller has it locked. */
    void look(ProjectCode project) {
        settle(project, new Touch(new Cause(Event.TIME_PASSED, null), null, null));
    }

    /** @param target before it moved, if it did */
    private record Touch(
            Cause cause, @Nullable Instant target, @Nullable String reason) {}

    /** The projects that the running transaction has moved, each with what moved it first; settled just before it commits. */
    private static final class Touched implements TransactionSynchronization {

        private interface Settle {
            void project(ProjectCode code, Touch touch);
        }

        private final Map<ProjectCode, Touch> projects = new LinkedHashMap<>();
        private final Settle settle;

        private Touched(Settle settle) {
            this.settle = settle;
        }

        static Touched ofTransaction(Settle settle) {
            return TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(Touched.class::isInstance)
                    .map(Touched.class::cast)
                    .findFirst()
                    .orElseGet(() -> {
                        Touched touched = new Touched(settle);
                        TransactionSynchronizationManager.registerSynchronization(touched);
                        return touched;
                    });
        }

        /** A target that moves says more than the step in which it did. */
        void add(ProjectCode project, Touch touch) {
            projects.merge(project, touch, (first, next) -> next.target() != null ? next : first);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            List.copyOf(projects.entrySet()).forEach(touched -> settle.project(touched.getKey(), touched.getValue()));
        }
    }

    private void settle(ProjectCode code, Touch touch) {
        Optional<Project> known = projects.find(code)
                .filter(project -> project.status().isOpen() && project.status() != ProjectStatus.ON_HOLD);
        if (known.isEmpty()) {
            return;
        }
        Instant now = clock.now();
        Planned planned =
                application.call(() -> schedules.of(List.of(known.get()), now).get(code));
        if (planned != null && (touch.target() != null || isUnderWay(planned.schedule()))) {
            settle(planned, touch, now);
        }
    }

    /** Whether anybody works on what the plan is about, and not on winding it up. */
    private static boolean isUnderWay(Schedule schedule) {
        return schedule.rows().values().stream().anyMatch(row -> row.state() == Schedule.State.RUNNING);
    }

    private void settle(Planned planned, Touch touch, Instant now) {
        Project project = planned.project();
        Schedule schedule = planned.schedule();
        DateHistory.Known before =
                Objects.requireNonNull(history.known(List.of(project.code())).get(project.code()));
        List<DateChange> changes = new ArrayList<>();
        if (touch.target() != null) {
            changes.add(change(planned, DateChange.Kind.TARGET, null, touch.target(), target(project), touch, now));
        }
        if (isMoved(before, planned)) {
            changes.add(
                    change(planned, DateChange.Kind.FORECAST, null, before.forecast(), schedule.finish(), touch, now));
            tellIfWorse(planned, before);
        }
        for (PlannedDueDates.Moved due : dueDates.move(planned)) {
            changes.add(change(planned, DateChange.Kind.DUE, due.step(), due.before(), due.after(), touch, now));
        }
        history.record(changes);
        boolean first = before.baseline() == 0 && project.status() == ProjectStatus.ACTIVE;
        if (first || (before.baseline() > 0 && touch.target() != null)) {
            history.freeze(
                    project.code(),
                    before.baseline() + 1,
                    first ? Baseline.Reason.PLAN_APPROVED : Baseline.Reason.TARGET_MOVED,
                    schedule,
                    actor.id(),
                    now);
        }
    }

    private DateChange change(
            Planned planned,
            DateChange.Kind kind,
            @Nullable String step,
            @Nullable Instant before,
            Instant after,
            Touch touch,
            Instant now) {
        return new DateChange(
                planned.project().code(), kind, step, before, after, touch.cause(), touch.reason(), actor.id(), now);
    }

    /** Whether it will be done on another day than was last said. */
    static boolean isMoved(DateHistory.Known before, Planned now) {
        ZoneId zone = now.project().target().zone();
        return before.forecast() == null
                || !day(before.forecast(), zone).equals(day(now.schedule().finish(), zone));
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    private static Instant target(Project project) {
        return project.target().instant();
    }

    /** Once per health and forecast, and only when it did not stand so before. */
    private void tellIfWorse(Planned planned, DateHistory.Known before) {
        Schedule schedule = planned.schedule();
        Health health = schedule.health();
        boolean worse = before.forecast() == null || schedule.finish().isAfter(before.forecast());
        if (!worse || health == Health.GOOD || health == Health.WATCH) {
            return;
        }
        ZoneId zone = planned.project().target().zone();
        notices.tell(
                planned.project().code(),
                Role.PROJECT_MANAGER,
                "forecast:" + health + ":" + day(schedule.finish(), zone),
                health == Health.MISSED ? "TARGET_MISSED" : "BUFFER_ALMOST_USED",
                "notice.forecast." + health,
                planned.project().code(),
                day(schedule.finish(), zone) + " " + zone.getId(),
                planned.project().target().local().toLocalDate() + " " + zone.getId(),
                schedule.bufferUsed() == null ? 0 : schedule.bufferUsed());
    }
}
