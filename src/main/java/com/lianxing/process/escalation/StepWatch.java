package com.lianxing.process.escalation;

import com.lianxing.access.Person;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.process.engine.StepDeadline;
import com.lianxing.process.engine.TaskObserver;
import com.lianxing.project.ProjectCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Decides what a look at an open task leads to: a reminder, a report, or nothing. Whenever it looks, it sends the
 * latest reminder that is due and was not sent; those that a standstill has overtaken are never sent.
 */
@Component
class StepWatch implements TaskObserver {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final Duration AGAIN = Duration.ofDays(1);

    private final Reminders reminders;
    private final RuntimeService runtime;
    private final WorkingCalendars calendars;
    private final Clock clock;

    StepWatch(Reminders reminders, @Lazy RuntimeService runtime, WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.reminders = reminders;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** A task that comes up when it should be half done is reminded of at once. */
    @Override
    public void created(TaskEntity task) {
        if (isWatched(task)) {
            look(task);
        }
    }

    static boolean isWatched(TaskEntity task) {
        return !TimerDeclarationImpl.getTimeoutListenerDeclarationsForScope(
                        task.getProcessDefinition().findActivity(task.getTaskDefinitionKey()))
                .isEmpty();
    }

    void look(TaskEntity task) {
        String project = task.getProcessInstance().getBusinessKey();
        if (task.getDueDate() == null || project == null || !ProjectCode.isCode(project)) {
            return;
        }
        StepDeadline deadline = StepDeadline.of(task);
        Instant due = task.getDueDate().toInstant();
        Instant now = clock.now();
        latestStage(due, deadline, now)
                .ifPresent(stage -> reminders.audience(task).stream()
                        .filter(person -> mayDisturb(person, deadline.kind(), now))
                        .forEach(person -> reminders.remind(task, project, deadline.kind(), person, stage)));
        if (!now.isBefore(due.plus(deadline.grace())) && isToBeReported(task, now)) {
            report(task, project, deadline, now);
        }
    }

    /** The last moment before now at which somebody should have been reminded. */
    private static Optional<Instant> latestStage(Instant due, StepDeadline deadline, Instant now) {
        long daysLate = Math.max(0, Duration.between(due, now).toDays());
        return Stream.concat(
                        deadline.remindBefore().stream().map(due::minus),
                        LongStream.of(0, daysLate).mapToObj(days -> due.plus(Duration.ofDays(days))))
                .filter(stage -> !stage.isAfter(now))
                .max(Instant::compareTo);
    }

    /** What we ask of ourselves waits for the morning; what others will not wait for does not. */
    private boolean mayDisturb(Person person, DeadlineKind kind, Instant now) {
        if (kind != DeadlineKind.INTERNAL) {
            return true;
        }
        ZonedDateTime there = now.atZone(person.zone());
        LocalTime time = there.toLocalTime();
        return !time.isBefore(MORNING)
                && time.isBefore(EVENING)
                && calendars.livedBy(person.zone(), there.toLocalDate()).isWorkingDay(there.toLocalDate());
    }

    private static boolean isToBeReported(DelegateTask task, Instant now) {
        return Escalation.NEXT_REPORT_AT
                .find(task)
                .map(Date::toInstant)
                .filter(now::isBefore)
                .isEmpty();
    }

    /** The process whose step is late opens an escalation; where its model has none, whoever is above is told. */
    private void report(TaskEntity task, String project, StepDeadline deadline, Instant now) {
        Duration pause = deadline.grace().compareTo(AGAIN) > 0 ? deadline.grace() : AGAIN;
        Escalation.NEXT_REPORT_AT.setLocal(task, Date.from(now.plus(pause)));
        if (isEscalated(task)) {
            return;
        }
        Map<String, Object> about = new HashMap<>();
        about.putAll(Escalation.OVERDUE_TASK_ID.is(task.getId()));
        about.putAll(Escalation.OVERDUE_STEP.is(task.getTaskDefinitionKey()));
        about.putAll(Escalation.DEADLINE_KIND.is(deadline.kind().name()));
        about.putAll(Escalation.PROJECT_CODE.is(project));
        boolean opened = !runtime.createMessageCorrelation(Escalation.STEP_OVERDUE)
                .processInstanceId(task.getProcessInstanceId())
                .setVariablesToTriggeredScope(about)
                .correlateAllWithResult()
                .isEmpty();
        if (!opened) {
            reminders.reportAbove(task, project, deadline.kind(), now);
        }
    }

    private boolean isEscalated(TaskEntity task) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(Escalation.KEY)
                        .variableValueEquals(Escalation.OVERDUE_TASK_ID.name(), task.getId())
                        .count()
                > 0;
    }
}
