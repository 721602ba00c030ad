package com.lianxing.process.engine;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves what a project waits for by the time that it stood still. Only what is INTERNAL moves: a law, a platform and a
 * contract do not wait for us. The kind of a timer or due date is the {@code deadlineKind} of its element in the model;
 * without one, that of the variable it reads; else it is one of our own.
 */
@Component
public class WaitingTimes {

    private static final String KIND = "deadlineKind";

    private final TaskService tasks;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final List<DatesOfOthers> dates;
    private final AuditRecorder audit;

    WaitingTimes(
            TaskService tasks,
            ManagementService management,
            RuntimeService runtime,
            RepositoryService repository,
            List<DatesOfOthers> dates,
            AuditRecorder audit) {
        this.tasks = tasks;
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
        this.dates = dates;
        this.audit = audit;
    }

    /** Moves due dates, timers and the dates they read, of one instance; old and new ones go into the project's trail. */
    public void moveBy(Duration stood, ProcessInstance instance, ProjectCode code, String by) {
        BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
        List<Map<String, Object>> moved = new ArrayList<>();
        List<Map<String, Object>> kept = new ArrayList<>();
        for (Task task :
                tasks.createTaskQuery().processInstanceId(instance.getId()).unlimitedList()) {
            if (task.getDueDate() != null) {
                UserTask element = model.getModelElementById(task.getTaskDefinitionKey());
                DeadlineKind kind = kind(element, element.getCamundaDueDate());
                Date after = later(task.getDueDate(), stood);
                note(kind == DeadlineKind.INTERNAL ? moved : kept, element.getId(), kind, task.getDueDate(), after);
                if (kind == DeadlineKind.INTERNAL) {
                    task.setDueDate(after);
                    tasks.saveTask(task);
                }
            }
        }
        Map<String, JobDefinition> definitions = new HashMap<>();
        management
                .createJobDefinitionQuery()
                .processDefinitionId(instance.getProcessDefinitionId())
                .unlimitedList()
                .forEach(definition -> definitions.put(definition.getId(), definition));
        for (Job job : management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .unlimitedList()) {
            JobDefinition definition = definitions.get(job.getJobDefinitionId());
            if (job.getDuedate() != null && definition != null) {
                BaseElement element = model.getModelElementById(definition.getActivityId());
                DeadlineKind kind = element == null ? DeadlineKind.INTERNAL : kind(element, timed(element));
                Date after = later(job.getDuedate(), stood);
                note(
                        kind == DeadlineKind.INTERNAL ? moved : kept,
                        definition.getActivityId(),
                        kind,
                        job.getDuedate(),
                        after);
                if (kind == DeadlineKind.INTERNAL) {
                    management.setJobDuedate(job.getId(), after);
                }
            }
        }
        moveVariables(stood, instance, model);
        if (!moved.isEmpty() || !kept.isEmpty()) {
            audit.record(
                    by,
                    Projects.SUBJECT,
                    code.value(),
                    "deadline.movedByPause",
                    Map.of("instance", instance.getId(), "moved", moved, "kept", kept));
        }
    }

    /** What is set anew from such a date later must agree with what has moved now. */
    private void moveVariables(Duration stood, ProcessInstance instance, BpmnModelInstance model) {
        Set<String> own = new HashSet<>();
        model.getModelElementsByType(UserTask.class).forEach(task -> read(task, task.getCamundaDueDate(), own));
        model.getModelElementsByType(TimerEventDefinition.class).forEach(timer -> {
            if (timer.getParentElement() instanceof BaseElement event) {
                read(event, timed(event), own);
            }
        });
        for (VariableInstance variable : runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instance.getId())
                .unlimitedList()) {
            if (own.contains(variable.getName()) && variable.getValue() instanceof Date date) {
                Var.date(variable.getName()).setLocal(runtime, variable.getExecutionId(), later(date, stood));
            }
        }
    }

    private void read(BaseElement element, @Nullable String expression, Set<String> own) {
        if (expression != null
                && AllowedExpressions.isName(expression)
                && kind(element, expression) == DeadlineKind.INTERNAL) {
            own.add(AllowedExpressions.nameIn(expression));
        }
    }

    private DeadlineKind kind(BaseElement element, @Nullable String expression) {
        Optional<String> said = property(element);
        if (said.isPresent()) {
            return DeadlineKind.valueOf(said.get());
        }
        if (expression == null || !AllowedExpressions.isName(expression)) {
            return DeadlineKind.INTERNAL;
        }
        Map<String, DeadlineKind> known = new TreeMap<>();
        dates.forEach(others -> known.putAll(others.kinds()));
        return known.getOrDefault(AllowedExpressions.nameIn(expression), DeadlineKind.INTERNAL);
    }

    private static Optional<String> property(BaseElement element) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> KIND.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue().strip())
                .findFirst();
    }

    /** What the timer of an event reads; null for a task's own timeout listeners, which go by the task. */
    private static @Nullable String timed(BaseElement element) {
        return element.getChildElementsByType(TimerEventDefinition.class).stream()
                .findFirst()
                .map(timer -> timer.getTimeDate() == null
                        ? null
                        : timer.getTimeDate().getTextContent().strip())
                .orElse(null);
    }

    private static Date later(Date date, Duration stood) {
        return Date.from(date.toInstant().plus(stood));
    }

    private static void note(
            List<Map<String, Object>> notes, String element, DeadlineKind kind, Date before, Date after) {
        boolean moves = kind == DeadlineKind.INTERNAL;
        notes.add(Map.of(
                "element",
                element,
                "kind",
                kind,
                "before",
                before.toInstant(),
                "after",
                (moves ? after : before).toInstant()));
    }
}
