package com.lianxing.process.escalation;

import com.lianxing.access.People;
import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.Projects;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The course of an escalation: who is asked until when, what was decided, and how it ended; all in the trail. */
@Component
class OpenEscalations {

    private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private final Ladder ladder;
    private final LateSteps steps;
    private final Reminders reminders;
    private final People people;
    private final AuditRecorder audit;
    private final ActingPerson actor;
    private final WorkingCalendars calendars;
    private final Clock clock;

    OpenEscalations(
            Ladder ladder,
            LateSteps steps,
            Reminders reminders,
            People people,
            AuditRecorder audit,
            ActingPerson actor,
            WorkingCalendars calendars,
            Clock clock) {
        this.calendars = calendars;
        this.ladder = ladder;
        this.steps = steps;
        this.reminders = reminders;
        this.people = people;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param instance where it is kept who is asked; the step itself sees the durations that the model gives it */
    void askNext(DelegateExecution instance, VariableScope step) {
        String project = Escalation.PROJECT_CODE.in(step);
        String late = steps.look(Escalation.OVERDUE_TASK_ID.in(step), TaskEntity::getAssignee)
                .orElse(null);
        int level = Escalation.LEVEL.find(step).map(Long::intValue).orElse(0);
        Ladder.Rung rung = ladder.above(project, level, late);
        Instant until = until(step, rung.person());
        Escalation.LEVEL.setLocal(instance, (long) rung.level());
        Escalation.GROUP.setLocal(instance, rung.role().id());
        Escalation.PERSON.setLocal(instance, rung.person());
        Escalation.DUE_AT.setLocal(instance, Date.from(until));
        record(step, "escalation.asked", AuditEntry.SYSTEM, Map.of("told", rung.people(), "until", until));
        steps.look(Escalation.OVERDUE_TASK_ID.in(step), task -> {
            rung.people().stream()
                    .flatMap(id -> people.find(id).stream())
                    .forEach(person -> reminders.asked(task, project, person, until));
            return true;
        });
    }

    /** A working day for what we ask of ourselves; hours for what an authority or a platform will not wait for. */
    private Instant until(VariableScope step, @Nullable String person) {
        DeadlineKind kind = DeadlineKind.valueOf(Escalation.DEADLINE_KIND.in(step));
        if (kind == DeadlineKind.LEGAL || kind == DeadlineKind.PLATFORM) {
            return clock.now().plus(Duration.ofHours(Long.parseLong(Escalation.HOURS_TO_DECIDE.in(step))));
        }
        ZoneId zone = person == null
                ? COMPANY
                : people.find(person).map(known -> known.zone()).orElse(COMPANY);
        LocalDate today = clock.today(zone);
        int days = Integer.parseInt(Escalation.WORKING_DAYS_TO_DECIDE.in(step));
        return ZonedDateTime.of(calendars.livedBy(zone, today).nthWorkingDayAfter(today, days), END_OF_DAY, zone)
                .toInstant();
    }

    void decided(DelegateExecution step) {
        String decision = Escalation.DECISION.in(step);
        record(
                step,
                "escalation.acknowledged",
                actor.id(),
                Map.of(
                        "decision",
                        decision,
                        "reason",
                        Escalation.REASON.find(step).orElse("")));
        if (decision.equals(Escalation.CHASE)) {
            steps.look(Escalation.OVERDUE_TASK_ID.in(step), task -> {
                reminders.chase(task, Escalation.PROJECT_CODE.in(step));
                return true;
            });
        }
    }

    void closed(DelegateExecution step) {
        record(step, "escalation.closed", actor.id(), Map.of());
    }

    private void record(VariableScope step, String action, String by, Map<String, Object> details) {
        Map<String, @Nullable Object> entry = new HashMap<>(details);
        entry.put("task", Escalation.OVERDUE_TASK_ID.in(step));
        entry.put("step", Escalation.OVERDUE_STEP.in(step));
        entry.put("kind", Escalation.DEADLINE_KIND.in(step));
        entry.put("level", Escalation.LEVEL.find(step).orElse(0L));
        audit.record(by, Projects.SUBJECT, Escalation.PROJECT_CODE.in(step), action, entry);
    }
}
