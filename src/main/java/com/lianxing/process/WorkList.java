package com.lianxing.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.access.Credentials;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.ModelNames;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is to do in projects, and the doing of it, under the same rights and rules as in Tasklist. */
@Service
public class WorkList {

    private static final Var<String> SHIPMENT_ID = Var.string("shipmentId");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final Credentials credentials;
    private final JdbcClient jdbc;
    private final ModelNames names;

    WorkList(
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            RepositoryService repository,
            IdentityService identity,
            Credentials credentials,
            JdbcClient jdbc,
            ModelNames names) {
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.repository = repository;
        this.identity = identity;
        this.credentials = credentials;
        this.jdbc = jdbc;
        this.names = names;
    }

    /** Open tasks of the project and of everything it called, most urgent first. */
    public List<WorkItem> open(ProjectCode project) {
        return as(
                null,
                () -> tasks.createTaskQuery().processInstanceBusinessKey(project.value()).list().stream()
                        .map(this::item)
                        .sorted(Comparator.comparing(WorkItem::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
    }

    /** What is due next in a project, and when. */
    public record NextDeadline(String step, String stepZh, Instant at) {

        public String step(Locale language) {
            return language.getLanguage().equals("zh") ? stepZh : step;
        }
    }

    /** The open task of each project that is due first; a project without one is left out. */
    public Map<String, NextDeadline> nextDeadlines(List<ProjectCode> projects) {
        if (projects.isEmpty()) {
            return Map.of();
        }
        Map<String, NextDeadline> next = new HashMap<>();
        // One grouped read of the engine's tables: its API would list every task of every project.
        jdbc.sql("""
                        select distinct on (instance.business_key_) instance.business_key_ as project,
                          task.due_date_ as due, task.name_ as step, task.task_def_key_ as element,
                          task.proc_def_id_ as definition
                        from act_ru_task task join act_ru_execution instance on instance.id_ = task.proc_inst_id_
                        where instance.business_key_ in (:projects) and task.due_date_ is not null
                        order by instance.business_key_, task.due_date_""")
                .param("projects", projects.stream().map(ProjectCode::value).toList())
                .query((row, number) -> {
                    String step = row.getString("step");
                    String stepZh = names.chinese(row.getString("definition"), row.getString("element"))
                            .orElse(step);
                    Instant due = row.getTimestamp("due").toInstant();
                    return next.put(row.getString("project"), new NextDeadline(step, stepZh, due));
                })
                .list();
        return next;
    }

    /** How many tasks of each project are open; a project without one is left out. */
    public Map<String, Long> openCounts(List<ProjectCode> projects) {
        if (projects.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select instance.business_key_ as project, count(*) as open
                        from act_ru_task task join act_ru_execution instance on instance.id_ = task.proc_inst_id_
                        where instance.business_key_ in (:projects) group by instance.business_key_""")
                .param("projects", projects.stream().map(ProjectCode::value).toList())
                .query((row, number) -> counts.put(row.getString("project"), row.getLong("open")))
                .list();
        return counts;
    }

    /** Open tasks assigned to a person, open to the person's groups, and of both those that are late. */
    public record Personal(long mine, long groups, long overdue) {}

    public Personal personal(String person, Instant now) {
        List<String> groups =
                credentials.rolesOf(person).stream().map(role -> role.id()).toList();
        return as(null, () -> {
            long mine = tasks.createTaskQuery().taskAssignee(person).count();
            long late = tasks.createTaskQuery()
                    .taskAssignee(person)
                    .dueBefore(Date.from(now))
                    .count();
            long open = groups.isEmpty()
                    ? 0
                    : tasks.createTaskQuery().taskCandidateGroupIn(groups).count();
            return new Personal(mine, open, late);
        });
    }

    /** Empty if the task is done, or none of a project. */
    public Optional<WorkItem> find(String taskId) {
        return as(
                null,
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                        .map(this::item));
    }

    /**
     * The task as the person may see it.
     *
     * @throws Refusal (not found) if it is done, or if the person may not read it
     */
    public WorkItem visible(String taskId, String person) {
        boolean readable =
                as(person, () -> tasks.createTaskQuery().taskId(taskId).count() == 1);
        return (readable ? find(taskId) : Optional.<WorkItem>empty())
                .orElseThrow(() -> Refusal.notFound("TASK_UNKNOWN"));
    }

    /** Starts a lifecycle with what its start form says, and answers the new project's code. */
    public ProjectCode start(String lifecycle, String person, Map<String, Object> values) {
        return as(person, () -> {
            String definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(lifecycle)
                    .latestVersion()
                    .singleResult()
                    .getId();
            ProcessInstance instance = forms.submitStartForm(definition, values);
            return new ProjectCode(String.valueOf(instance.getBusinessKey()));
        });
    }

    public void claim(String taskId, String person) {
        as(person, () -> {
            tasks.claim(taskId, person);
            return taskId;
        });
    }

    /** Submits the task's form. */
    public void submit(String taskId, String person, Map<String, Object> values) {
        as(person, () -> {
            forms.submitTaskForm(taskId, values);
            return taskId;
        });
    }

    private WorkItem item(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        Set<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toSet());
        Date due = task.getDueDate();
        String definition = task.getProcessDefinitionId();
        return new WorkItem(
                task.getId(),
                definition.substring(0, definition.indexOf(':')),
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                names.chinese(definition, task.getTaskDefinitionKey()).orElse(task.getName()),
                new ProjectCode(instance.getBusinessKey()),
                SHIPMENT_ID.find(runtime, task.getExecutionId()).orElse(null),
                task.getAssignee(),
                groups,
                property(task, "sheets"),
                property(task, "requiredSheets"),
                Stream.concat(property(task, "requiredSheets").stream(), property(task, "editableSheets").stream())
                        .distinct()
                        .toList(),
                property(task, "requiredEvidence"),
                due == null ? null : due.toInstant(),
                property(task, "deadlineKind").stream()
                        .findFirst()
                        .map(DeadlineKind::valueOf)
                        .orElse(DeadlineKind.INTERNAL));
    }

    /** What helps with the task, from beside its form in its own deployment. */
    public Optional<String> help(String taskId, Locale language) {
        return as(null, () -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (task == null) {
                return Optional.empty();
            }
            UserTask element = repository
                    .getBpmnModelInstance(task.getProcessDefinitionId())
                    .getModelElementById(task.getTaskDefinitionKey());
            String file = element.getCamundaFormRef() + ".zh.json";
            String deployment = repository
                    .getProcessDefinition(task.getProcessDefinitionId())
                    .getDeploymentId();
            return repository.getDeploymentResources(deployment).stream()
                    .filter(resource -> resource.getName().endsWith(file))
                    .findFirst()
                    .map(resource ->
                            helpOf(repository.getResourceAsStreamById(deployment, resource.getId()), language));
        });
    }

    private static String helpOf(InputStream texts, Locale language) {
        try (texts) {
            String key = language.getLanguage().equals("zh") ? "_help" : "_help_en";
            return JSON.readTree(texts).path(key).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A comma-separated extension property of the task's element in its own version of the model. */
    private List<String> property(Task task, String name) {
        UserTask element = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        ExtensionElements extensions = element.getExtensionElements();
        if (extensions == null) {
            return List.of();
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .flatMap(property -> Arrays.stream(property.getCamundaValue().split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Runs the call as that person, or, with null, as the application itself; then gives back who was there before. */
    private <T> T as(@Nullable String person, Supplier<T> call) {
        Authentication before = identity.getCurrentAuthentication();
        if (person == null) {
            identity.clearAuthentication();
        } else {
            identity.setAuthentication(
                    person,
                    credentials.rolesOf(person).stream().map(role -> role.id()).toList());
        }
        try {
            return call.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
