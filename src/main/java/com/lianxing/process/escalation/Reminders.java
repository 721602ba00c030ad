package com.lianxing.process.escalation;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.process.engine.ModelNames;
import com.lianxing.process.engine.StepDeadline;
import com.lianxing.project.Projects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people are told about a step that is due or late. */
@Component
class Reminders {

    private final People people;
    private final Ladder ladder;
    private final Outbox outbox;
    private final AuditRecorder audit;
    private final ModelNames names;
    private final MessageSource texts;
    private final Clock clock;

    Reminders(
            People people,
            Ladder ladder,
            Outbox outbox,
            AuditRecorder audit,
            ModelNames names,
            MessageSource texts,
            Clock clock) {
        this.people = people;
        this.ladder = ladder;
        this.outbox = outbox;
        this.audit = audit;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whom the step waits for: its person, else everybody in its group. */
    List<Person> audience(TaskEntity task) {
        if (task.getAssignee() != null) {
            return people.find(task.getAssignee()).stream().toList();
        }
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .flatMap(link -> Role.of(link.getGroupId()).stream())
                .flatMap(role -> people.holding(role).stream())
                .distinct()
                .toList();
    }

    /**
     * Reminds once per stage of a due date; where the date has moved, what was sent for the old one says nothing.
     *
     * @param stage the moment this reminder is for
     */
    void remind(TaskEntity task, String project, DeadlineKind kind, Person person, Instant stage) {
        Instant due = task.getDueDate().toInstant();
        String key = clock.now().isAfter(due) ? "escalation.late" : "escalation.reminder";
        tell(
                String.join(":", "remind", task.getId(), due.toString(), stage.toString(), person.id()),
                person,
                "STEP_REMINDER",
                key,
                task,
                project,
                kind);
    }

    /** @param until when the next level is asked */
    void asked(TaskEntity task, String project, Person person, Instant until) {
        tell(
                "asked:" + task.getId() + ":" + until + ":" + person.id(),
                person,
                "STEP_ESCALATED",
                "escalation.asks",
                task,
                project,
                StepDeadline.of(task).kind());
    }

    /** Once more, because somebody who decides has asked. */
    void chase(TaskEntity task, String project) {
        audience(task)
                .forEach(person -> tell(
                        "chase:" + task.getId() + ":" + clock.now() + ":" + person.id(),
                        person,
                        "STEP_REMINDER",
                        "escalation.late",
                        task,
                        project,
                        StepDeadline.of(task).kind()));
    }

    void handedOver(TaskEntity task, String project, Person person) {
        tell(
                "handed:" + task.getId() + ":" + clock.now() + ":" + person.id(),
                person,
                "STEP_HANDED_OVER",
                "escalation.handedOver",
                task,
                project,
                StepDeadline.of(task).kind());
    }

    /** Tells whoever decides about the step's delay that it is late, where no escalation can be opened. */
    void reportAbove(TaskEntity task, String project, DeadlineKind kind, Instant now) {
        List<String> told = ladder.firstAbove(project, task.getAssignee()).people().stream()
                .flatMap(id -> people.find(id).stream())
                .peek(person -> tell(
                        "overdue:" + task.getId() + ":" + now + ":" + person.id(),
                        person,
                        "STEP_OVERDUE",
                        "escalation.overdue",
                        task,
                        project,
                        kind))
                .map(Person::id)
                .toList();
        audit.record(
                AuditEntry.SYSTEM,
                Projects.SUBJECT,
                project,
                "escalation.reported",
                Map.of("task", task.getId(), "step", task.getTaskDefinitionKey(), "kind", kind, "told", told));
    }

    private void tell(
            String id, Person person, String kind, String key, TaskEntity task, String project, DeadlineKind deadline) {
        Notification message = new Notification(
                id,
                person.id(),
                kind,
                project,
                text(key, person, task, project, deadline, Locale.CHINESE),
                text(key, person, task, project, deadline, Locale.ENGLISH),
                clock.now());
        outbox.put(deadline == DeadlineKind.LEGAL ? message.notAfter(lastMoment(task)) : message, task.getId());
    }

    /** When the work must begin at the latest. */
    private static Instant lastMoment(TaskEntity task) {
        return task.getDueDate()
                .toInstant()
                .minus(Duration.ofDays(StepDeadline.of(task).planned()));
    }

    private String text(
            String key, Person person, TaskEntity task, String project, DeadlineKind deadline, Locale language) {
        return texts.getMessage(
                key,
                new Object[] {
                    project,
                    stepName(task, language),
                    BothClocks.text(task.getDueDate().toInstant(), person.zone(), language),
                    texts.getMessage("deadlineKind." + deadline, null, language)
                },
                language);
    }

    /** The step as people know it. */
    String stepName(TaskEntity task, Locale language) {
        String english = String.valueOf(task.getName());
        return language.getLanguage().equals("zh")
                ? names.chinese(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                        .orElse(english)
                : english;
    }
}
