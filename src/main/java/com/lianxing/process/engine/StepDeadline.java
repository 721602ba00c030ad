package com.lianxing.process.engine;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.core.model.Properties;
import org.camunda.bpm.engine.impl.core.model.PropertyKey;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What the model says about the deadline of a user task, in its extension properties.
 *
 * @param kind {@code deadlineKind}; INTERNAL where the model says nothing
 * @param workingDays {@code dueWorkingDays}: it is due at the end of the n-th working day after the one on which it
 *     comes up; 0 where the engine's own due date counts
 * @param planned {@code plannedLikely}: how many days the work itself takes
 * @param byPlan {@code dueBy} = PLAN: it is due when the project's schedule needs it, if that is later
 * @param zone {@code dueZone}: whose clock and working days count
 * @param remindBefore {@code remindBefore}: how long before it is due its person is reminded, the longest first
 * @param grace {@code grace}: how long after it was due it is reported to the next who can decide
 */
public record StepDeadline(
        DeadlineKind kind,
        int workingDays,
        int planned,
        boolean byPlan,
        ZoneId zone,
        List<Duration> remindBefore,
        Duration grace) {

    private static final PropertyKey<StepDeadline> KEY = new PropertyKey<>("lianxing.stepDeadline");
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);
    private static final StepDeadline PLAIN = new StepDeadline(
            DeadlineKind.INTERNAL,
            0,
            1,
            false,
            ZoneId.of("Asia/Shanghai"),
            List.of(Duration.ofDays(1)),
            Duration.ofDays(1));

    /** Inside an engine command only. */
    public static StepDeadline of(TaskEntity task) {
        return of(task.getProcessDefinition().findActivity(task.getTaskDefinitionKey()));
    }

    private static StepDeadline of(ActivityImpl activity) {
        Properties properties = activity.getProperties();
        return properties.contains(KEY) ? properties.get(KEY) : PLAIN;
    }

    static StepDeadline keep(Element userTask, ActivityImpl activity) {
        StepDeadline read = read(userTask);
        activity.getProperties().set(KEY, read);
        return read;
    }

    private static StepDeadline read(Element task) {
        Optional<String> kind = said(task, "deadlineKind");
        return new StepDeadline(
                kind.map(DeadlineKind::valueOf).orElse(PLAIN.kind),
                said(task, "dueWorkingDays").map(Integer::valueOf).orElse(PLAIN.workingDays),
                said(task, "plannedLikely").map(Integer::valueOf).orElse(PLAIN.planned),
                said(task, "dueBy").filter("PLAN"::equals).isPresent(),
                said(task, "dueZone").map(ZoneId::of).orElse(PLAIN.zone),
                said(task, "remindBefore").map(StepDeadline::durations).orElse(PLAIN.remindBefore),
                said(task, "grace").map(Duration::parse).orElse(PLAIN.grace));
    }

    private static Optional<String> said(Element task, String property) {
        return Optional.of(ModelProperties.of(task, property).strip()).filter(value -> !value.isEmpty());
    }

    private static List<Duration> durations(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(text -> Duration.parse(text.strip()))
                .sorted((one, other) -> other.compareTo(one))
                .toList();
    }

    /** When a task is due that comes up now; empty if the model does not count it in working days. */
    public Optional<Instant> dueAt(Instant now, WorkingCalendars calendars) {
        if (workingDays == 0) {
            return Optional.empty();
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = calendars.livedBy(zone, today).nthWorkingDayAfter(today, workingDays);
        return Optional.of(ZonedDateTime.of(day, END_OF_DAY, zone).toInstant());
    }
}
