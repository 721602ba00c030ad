package com.lianxing.process.escalation;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.Projects;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open steps that escalations are about. */
@Component
class LateSteps {

    /** How long a colleague who takes a late step over is left in peace. */
    private static final Duration TO_SETTLE_IN = Duration.ofDays(1);

    private final ProcessEngineConfigurationImpl engine;
    private final People people;
    private final Reminders reminders;
    private final AuditRecorder audit;
    private final ActingPerson actor;
    private final Clock clock;

    LateSteps(
            @Lazy ProcessEngineConfigurationImpl engine,
            People people,
            Reminders reminders,
            AuditRecorder audit,
            ActingPerson actor,
            Clock clock) {
        this.engine = engine;
        this.people = people;
        this.reminders = reminders;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** What the work on the task gives; empty if it has ended. */
    <T> Optional<T> look(String taskId, Function<TaskEntity, T> work) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> Optional.ofNullable(context.getTaskManager().findTaskById(taskId))
                        .map(work));
    }

    /** Who holds a role that the step is for, and is not the one who is late. */
    List<Person> eligible(String taskId) {
        return look(
                        taskId,
                        task -> task.getCandidates().stream()
                                .filter(link ->
                                        IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                                .flatMap(link -> Role.of(link.getGroupId()).stream())
                                .flatMap(role -> people.holding(role).stream())
                                .filter(person -> !person.id().equals(task.getAssignee()))
                                .distinct()
                                .toList())
                .orElse(List.of());
    }

    void reassign(String taskId, String person, String reason) {
        look(taskId, task -> {
            String before = String.valueOf(task.getAssignee());
            String project = task.getProcessInstance().getBusinessKey();
            Escalation.NEXT_REPORT_AT.setLocal(task, Date.from(clock.now().plus(TO_SETTLE_IN)));
            task.setAssignee(person);
            task.triggerUpdateEvent();
            audit.record(
                    actor.id(),
                    Projects.SUBJECT,
                    project,
                    "escalation.stepReassigned",
                    Map.of("task", taskId, "before", before, "now", person, "reason", reason));
            reminders.handedOver(task, project, people.require(person));
            return true;
        });
    }
}
