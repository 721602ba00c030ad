package com.lianxing.process.planning;

import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.process.engine.Deadlines;
import com.lianxing.process.engine.StepDeadline;
import com.lianxing.process.planning.LinkedSchedules.Planned;
import com.lianxing.project.Pauses;
import com.lianxing.schedule.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Due dates of the open steps whose model says {@code dueBy} = PLAN: a step is due when the schedule needs it at the latest,
 * but never before the working days that it is given from when it came up; it is to be followed up when it must begin at
 * the latest. A date that a person decided on stays.
 */
@Component
class PlannedDueDates {

    private final ProcessEngineConfigurationImpl engine;
    private final TaskService tasks;
    private final WorkingCalendars calendars;
    private final Pauses pauses;

    PlannedDueDates(
            @Lazy ProcessEngineConfigurationImpl engine,
            @Lazy TaskService tasks,
            WorkingCalendars calendars,
            Pauses pauses) {
        this.engine = engine;
        this.tasks = tasks;
        this.calendars = calendars;
        this.pauses = pauses;
    }

    /** @param step as the diagram calls it */
    record Moved(String step, @Nullable Instant before, Instant after) {}

    /** Moves those that stand elsewhere. */
    List<Moved> move(Planned planned) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            Callable<List<Moved>> move = () -> move(planned, context);
            return context.runWithoutAuthorization(move);
        });
    }

    private List<Moved> move(Planned planned, CommandContext context) {
        List<Moved> moved = new ArrayList<>();
        for (Task open : tasks.createTaskQuery()
                .processInstanceBusinessKey(planned.project().code().value())
                .unlimitedList()) {
            TaskEntity task = (TaskEntity) open;
            row(planned, task).flatMap(row -> moved(planned, task, row)).ifPresent(moved::add);
        }
        return moved;
    }

    private static Optional<Schedule.Row> row(Planned planned, TaskEntity task) {
        return planned.progress()
                .path(task.getProcessInstanceId(), task.getTaskDefinitionKey())
                .map(path -> planned.schedule().rows().get(path));
    }

    private Optional<Moved> moved(Planned planned, TaskEntity task, Schedule.Row row) {
        StepDeadline deadline = StepDeadline.of(task);
        if (!deadline.byPlan()) {
            return Optional.empty();
        }
        Instant given = given(task, deadline);
        Instant due = later(row.latest().finish(), given);
        Instant before = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        Instant begin = row.latest().start();
        if (due.equals(before) && Objects.equals(Date.from(begin), task.getFollowUpDate())) {
            return Optional.empty();
        }
        if (Deadlines.DECIDED.find(task).orElse(false)) {
            return Optional.empty();
        }
        // While its project stood still nobody could work on it.
        due = later(due, given.plus(pauses.stoodSince(planned.project().code(), cameUp(task))));
        task.setDueDate(Date.from(due));
        task.setFollowUpDate(Date.from(begin));
        task.triggerUpdateEvent();
        return due.equals(before) ? Optional.empty() : Optional.of(new Moved(task.getTaskDefinitionKey(), before, due));
    }

    /** The end of the working days that the step is given. */
    private Instant given(TaskEntity task, StepDeadline deadline) {
        return deadline.dueAt(cameUp(task), calendars).orElse(cameUp(task));
    }

    private static Instant cameUp(TaskEntity task) {
        return task.getCreateTime().toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
