package com.lianxing.process.engine.form;

import com.lianxing.access.Role;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The process {@code submission-check}: one of every kind of field, and nothing of the business. */
@Component
public class CheckedProcess {

    public static final String KEY = "submission-check";
    public static final String SUPPLIER = "sup-1";

    private final RepositoryService repository;
    private final AuthorizationService authorizations;
    private final FormService forms;
    private final TaskService tasks;
    private final Colleagues colleagues;
    private @Nullable String definitionId;

    CheckedProcess(
            RepositoryService repository,
            AuthorizationService authorizations,
            FormService forms,
            TaskService tasks,
            Colleagues colleagues) {
        this.repository = repository;
        this.authorizations = authorizations;
        this.forms = forms;
        this.tasks = tasks;
        this.colleagues = colleagues;
    }

    /** Deploys it once, with the rights that a lifecycle has. */
    public synchronized String definitionId() {
        String known = definitionId;
        if (known != null) {
            return known;
        }
        var deployment = repository.createDeployment().name(KEY);
        for (String file : List.of(
                "submission-check.bpmn",
                "submission-check-start.form",
                "submission-check-start.zh.json",
                "submission-check-order.form",
                "submission-check-order.zh.json",
                "names.zh.json")) {
            deployment.addInputStream(file, CheckedProcess.class.getResourceAsStream("/submission/" + file));
        }
        String id = deployment
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
        for (Role role : List.of(Role.PROJECT_MANAGER, Role.PURCHASING, Role.FINANCE, Role.DESIGN)) {
            grant(
                    role,
                    Resources.PROCESS_DEFINITION,
                    KEY,
                    Permissions.READ,
                    Permissions.READ_INSTANCE,
                    Permissions.READ_HISTORY,
                    Permissions.READ_TASK,
                    Permissions.TASK_WORK,
                    Permissions.CREATE_INSTANCE);
            grant(role, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
        }
        definitionId = id;
        return id;
    }

    private void grant(Role role, Resource resource, String id, Permissions... permissions) {
        Authorization found = authorizations
                .createAuthorizationQuery()
                .groupIdIn(role.id())
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        Authorization authorization =
                found != null ? found : authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(role.id());
        authorization.setResource(resource);
        authorization.setResourceId(id);
        for (Permissions permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }

    /** A new instance that waits at {@code userTask_order}, unclaimed. */
    public Task order() {
        String definition = definitionId();
        String pm = colleagues.with(Role.PROJECT_MANAGER);
        String instance = colleagues
                .as(pm, () -> forms.submitStartForm(definition, Map.of("projectName", "Lamps", "supplierId", SUPPLIER)))
                .getId();
        return task(instance);
    }

    /** The same, claimed by purchasing. */
    public Task claimedOrder() {
        Task task = order();
        String buyer = colleagues.with(Role.PURCHASING);
        colleagues.does(buyer, () -> tasks.claim(task.getId(), buyer));
        return task(task.getProcessInstanceId());
    }

    public Task task(String instanceId) {
        return tasks.createTaskQuery().processInstanceId(instanceId).singleResult();
    }

    /** Everything right. */
    public static Map<String, Object> rightOrder() {
        Map<String, Object> values = new HashMap<>();
        values.put("poNo", "PO-7");
        values.put("orderAmount", "1250.50");
        values.put("orderCurrency", "CNY");
        values.put("quotesCount", 3);
        values.put("readyDate", "2026-12-01");
        values.put("neededAt", "2026-11-30T23:45");
        values.put("insured", false);
        values.put("agreed", true);
        values.put("orderReason", null);
        values.put("verdict", "GO");
        return values;
    }

    /** Reads what was submitted, as every delegate does; makes the code at the start. */
    @Component("submissionCheckDelegate")
    static class Save implements JavaDelegate {

        final Map<String, Map<String, Object>> seen = new HashMap<>();

        @Override
        public void execute(DelegateExecution execution) {
            if (execution.getProcessBusinessKey() == null) {
                execution.setProcessBusinessKey("FBA-US-2026-" + execution.getProcessInstanceId());
            }
            Map<String, Object> values = new HashMap<>();
            for (String key : List.of("poNo", "orderAmount", "projectName")) {
                Var.string(key).find(execution).ifPresent(value -> values.put(key, value));
            }
            Var.number("quotesCount").find(execution).ifPresent(value -> values.put("quotesCount", value));
            Var.flag("agreed").find(execution).ifPresent(value -> values.put("agreed", value));
            seen.computeIfAbsent(execution.getProcessInstanceId(), id -> new HashMap<>())
                    .putAll(values);
        }
    }

    /** Takes the place of the domain: rows and files are there for every project but those named. */
    @Component
    static class Facts
            implements SheetStatus,
                    EvidenceStatus,
                    SubmissionRule,
                    SubmissionRecorder,
                    StoredVars,
                    ServerOptions,
                    FormFacts {

        record Recorded(Submission submission, String processInstanceId, String projectCode) {}

        final Set<String> withoutItems = new HashSet<>();
        final Set<String> withoutInvoice = new HashSet<>();
        final Set<String> projects = new HashSet<>();
        final List<Recorded> recorded = new ArrayList<>();

        @Override
        public boolean filled(String sheet, String projectCode, @Nullable String shipmentId) {
            return sheet.equals("items") && ours(projectCode) && !withoutItems.contains(projectCode);
        }

        @Override
        public boolean present(
                String kind, String taskId, String taskKey, String projectCode, @Nullable String shipmentId) {
            return kind.equals("PROFORMA_INVOICE") && ours(projectCode) && !withoutInvoice.contains(projectCode);
        }

        private boolean ours(String projectCode) {
            return projectCode.matches("FBA-US-2026-[0-9a-f-]{36}") || projects.contains(projectCode);
        }

        @Override
        public String formId() {
            return "submission-check-order";
        }

        @Override
        public List<Violation> check(Submission submission) {
            boolean late = submission
                    .date("readyDate")
                    .filter(date -> date.getYear() < 2026)
                    .isPresent();
            return late ? List.of(Violation.of("readyDate", "field.date")) : List.of();
        }

        @Override
        public void record(Submission submission, String processInstanceId, String projectCode) {
            if (submission.processKey().equals(KEY)) {
                recorded.add(new Recorded(submission, processInstanceId, projectCode));
            }
        }

        Optional<Recorded> recordOf(String processInstanceId, String step) {
            return recorded.stream()
                    .filter(record -> record.processInstanceId().equals(processInstanceId)
                            && record.submission().step().equals(step))
                    .findFirst();
        }

        @Override
        public String processKey() {
            return KEY;
        }

        @Override
        public Set<String> names() {
            return Set.of("verdict");
        }

        @Override
        public String name() {
            return "checked";
        }

        @Override
        public List<Option> options(String argument, com.lianxing.process.engine.Reader reader) {
            return List.of(new Option(SUPPLIER, "Supplier of " + argument));
        }

        @Override
        public String markdown(FormView view, com.lianxing.process.engine.Reader reader) {
            return "**facts** for " + reader.language().getLanguage();
        }
    }
}
