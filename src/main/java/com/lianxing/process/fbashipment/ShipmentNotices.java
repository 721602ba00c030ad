package com.lianxing.process.fbashipment;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.inbound.Inbound;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells people of a shipment's deadlines, in both languages, and that they were told. */
@Component
class ShipmentNotices {

    private final Projects projects;
    private final People people;
    private final Inbound inbound;
    private final Outbox outbox;
    private final AuditRecorder audit;
    private final MessageSource texts;
    private final Clock clock;

    ShipmentNotices(
            Projects projects,
            People people,
            Inbound inbound,
            Outbox outbox,
            AuditRecorder audit,
            MessageSource texts,
            Clock clock) {
        this.projects = projects;
        this.people = people;
        this.inbound = inbound;
        this.outbox = outbox;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Tells each person once per deadline and stage.
     *
     * @param stages when reminders of it are due; of several that are due already only the latest is sent
     */
    void tell(DelegateExecution execution, String kind, Date due, List<Date> stages, List<Role> roles) {
        ProjectCode code = FbaShipment.project(execution);
        Date now = Date.from(clock.now());
        long stage = stages.stream().filter(reminder -> !reminder.after(now)).count();
        Project project = projects.require(code);
        List<Person> told = roles.stream()
                .flatMap(role -> who(project, role).stream())
                .distinct()
                .toList();
        String step = stepBehind(execution).orElse(null);
        told.forEach(person -> put(execution, kind, due, stage, person, step));
        audit.record(
                AuditEntry.SYSTEM,
                Projects.SUBJECT,
                code.value(),
                "shipment.told",
                Map.of(
                        "shipment", FbaShipment.shipment(execution),
                        "of", kind,
                        "due", due.toInstant(),
                        "people", told.stream().map(Person::id).toList()));
    }

    /** The team's person; else whoever holds the role, of the project's department where there is one manager for each. */
    private List<Person> who(Project project, Role role) {
        return projects.memberFor(project.code(), role)
                .map(member -> List.of(people.require(member)))
                .orElseGet(() -> people.holding(role).stream()
                        .filter(person -> role != Role.DEPARTMENT_MANAGER
                                || project.department().equals(person.department()))
                        .toList());
    }

    /** The open task at whose boundary, or at that of whose sub-process, the timer stands that led here. */
    private static Optional<String> stepBehind(DelegateExecution execution) {
        FlowNode node = (FlowNode) execution.getBpmnModelElementInstance();
        while (!(node instanceof BoundaryEvent) && !node.getIncoming().isEmpty()) {
            node = node.getIncoming().iterator().next().getSource();
        }
        if (!(node instanceof BoundaryEvent timer)) {
            return Optional.empty();
        }
        Activity host = timer.getAttachedTo();
        Set<String> steps = host instanceof SubProcess scope
                ? scope.getChildElementsByType(UserTask.class).stream()
                        .map(UserTask::getId)
                        .collect(Collectors.toSet())
                : Set.of(host.getId());
        return execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKeyIn(steps.toArray(String[]::new))
                .orderByTaskCreateTime()
                .desc()
                .list()
                .stream()
                .findFirst()
                .map(Task::getId);
    }

    private void put(
            DelegateExecution execution, String kind, Date due, long stage, Person person, @Nullable String step) {
        String shipment = FbaShipment.shipment(execution);
        outbox.put(
                new Notification(
                                String.join(
                                        ":",
                                        shipment,
                                        kind,
                                        String.valueOf(due.getTime()),
                                        String.valueOf(stage),
                                        person.id()),
                                person.id(),
                                kind,
                                FbaShipment.project(execution).value(),
                                text(execution, kind, due, person, Locale.CHINESE),
                                text(execution, kind, due, person, Locale.ENGLISH),
                                clock.now())
                        .notAfter(due.toInstant()),
                step);
    }

    private String text(DelegateExecution execution, String kind, Date due, Person person, Locale language) {
        ProjectCode project = FbaShipment.project(execution);
        String amazonId = inbound.shipment(project, FbaShipment.shipment(execution))
                .orElseThrow()
                .amazonShipmentId();
        Object[] args = {project.value(), amazonId, BothClocks.text(due.toInstant(), person.zone(), language)};
        return texts.getMessage("notice." + kind, args, language);
    }
}
