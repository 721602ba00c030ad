package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.process.engine.form.CheckedProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who works on a task, by Java; {@code DutyOverHttpTest} asks the same of the two HTTP addresses. */
@LianxingTest
class DutyCheckerTest {

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AsApplication application;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private CheckedProcess process;

    @Test
    void anotherRoleGetsNowhereWithAnyOfTheTwelveOperations() {
        Task task = process.claimedOrder();
        String stranger = colleagues.with(Role.DESIGN);

        Map<String, String> rules = new LinkedHashMap<>();
        operations(task, stranger)
                .forEach((name, operation) ->
                        rules.put(name, refusal(stranger, operation).rule()));

        assertThat(rules)
                .containsEntry("claim", "DUTY_NOT_CANDIDATE")
                .containsEntry("complete", "DUTY_NOT_ASSIGNEE")
                .containsEntry("submitTaskForm", "DUTY_NOT_ASSIGNEE")
                .containsEntry("resolveTask", "DUTY_NOT_ASSIGNEE")
                .containsEntry("handleBpmnError", "DUTY_NOT_ASSIGNEE")
                .containsEntry("handleEscalation", "DUTY_NOT_ASSIGNEE")
                .containsEntry("setAssignee", "DUTY_ASSIGN")
                .containsEntry("delegateTask", "DUTY_ASSIGN")
                .containsEntry("saveTask", "DUTY_ASSIGN")
                .containsEntry("addCandidateUser", "DUTY_ASSIGN")
                .containsEntry("setVariable", "VARIABLES_BY_FORM")
                .containsEntry("setVariableLocal", "VARIABLES_BY_FORM")
                .hasSize(12);
        assertThat(process.task(task.getProcessInstanceId()).getAssignee()).isEqualTo("c-purchasing");
    }

    @Test
    void theAssigneeHimselfMayOnlyCompleteItAndGiveItBack() {
        Task task = process.claimedOrder();
        String buyer = colleagues.with(Role.PURCHASING);

        assertThat(refusal(buyer, () -> tasks.resolveTask(task.getId())).rule()).isEqualTo("NO_DELEGATION");
        assertThat(refusal(buyer, () -> tasks.addCandidateUser(task.getId(), buyer))
                        .rule())
                .isEqualTo("DUTY_ASSIGN");
        assertThat(refusal(buyer, () -> tasks.setVariable(task.getId(), "approved", true))
                        .rule())
                .isEqualTo("VARIABLES_BY_FORM");
        assertThat(refusal(buyer, () -> tasks.handleBpmnError(task.getId(), "E", "m", Map.of("x", 1)))
                        .rule())
                .isEqualTo("VARIABLES_BY_FORM");

        colleagues.does(buyer, () -> tasks.setAssignee(task.getId(), null));
        assertThat(process.task(task.getProcessInstanceId()).getAssignee()).isNull();
        assertThat(refusal(buyer, () -> tasks.complete(task.getId(), CheckedProcess.rightOrder()))
                        .rule())
                .isEqualTo("DUTY_NOT_CLAIMED");

        colleagues.does(buyer, () -> tasks.claim(task.getId(), buyer));
        colleagues.does(buyer, () -> tasks.complete(task.getId(), CheckedProcess.rightOrder()));
    }

    @Test
    void aCandidateClaimsForHimselfAndOnlyWhatNobodyHas() {
        Task task = process.order();
        String buyer = colleagues.with(Role.PURCHASING);
        String other = colleagues.with(Role.PURCHASING, "c-purchasing-2", Locale.ENGLISH);

        assertThat(refusal(buyer, () -> tasks.claim(task.getId(), other)).rule())
                .isEqualTo("DUTY_CLAIM_FOR_OTHER");
        colleagues.does(buyer, () -> tasks.claim(task.getId(), buyer));

        Refusal late = refusal(other, () -> tasks.claim(task.getId(), other));
        assertThat(late.rule()).isEqualTo("ALREADY_CLAIMED");
        assertThat(late.kind()).isEqualTo(Refusal.Kind.LOST);
        assertThat(refusal(other, () -> tasks.complete(task.getId())).rule()).isEqualTo("DUTY_NOT_ASSIGNEE");
        assertThat(refusal(other, () -> tasks.setAssignee(task.getId(), null)).rule())
                .isEqualTo("DUTY_ASSIGN");
    }

    @Test
    void nobodyWorksOnATaskWithoutAName() {
        Task task = process.claimedOrder();
        identity.clearAuthentication();

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> tasks.complete(task.getId(), CheckedProcess.rightOrder()));
        assertThat(refusal.rule()).isEqualTo("DUTY_NOBODY");
        assertThat(catchThrowableOfType(Refusal.class, () -> tasks.claim(task.getId(), "c-purchasing"))
                        .rule())
                .isEqualTo("DUTY_NOBODY");
    }

    @Test
    void auditorsOwnersAndAdministratorsNeverWorkEvenIfTheTaskIsTheirs() {
        for (Role role : List.of(Role.AUDITOR, Role.PROCESS_OWNER, Role.CAMUNDA_ADMIN)) {
            Task task = process.order();
            String person = colleagues.with(role);
            tasks.setAssignee(task.getId(), person);

            assertThat(refusal(person, () -> tasks.complete(task.getId(), CheckedProcess.rightOrder()))
                            .rule())
                    .isEqualTo("DUTY_ROLE_EXCLUDED");
            runtime.deleteProcessInstance(task.getProcessInstanceId(), "test");
        }
    }

    @Test
    void runningProjectsAreMovedByNoPersonNotEvenTheAdministrator() {
        Task task = process.order();
        String instance = task.getProcessInstanceId();
        String definition = task.getProcessDefinitionId();
        String admin = colleagues.with(Role.CAMUNDA_ADMIN);

        Map<String, Runnable> attempts = new LinkedHashMap<>();
        attempts.put("setVariable", () -> runtime.setVariable(instance, "requester", "zoe"));
        attempts.put("removeVariable", () -> runtime.removeVariable(instance, "requester"));
        attempts.put(
                "modify",
                () -> runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity("userTask_confirm")
                        .execute());
        attempts.put(
                "modifyMany",
                () -> runtime.createModification(definition)
                        .startBeforeActivity("userTask_confirm")
                        .processInstanceIds(instance)
                        .execute());
        attempts.put(
                "modifyLater",
                () -> runtime.createModification(definition)
                        .startBeforeActivity("userTask_confirm")
                        .processInstanceIds(instance)
                        .executeAsync());
        attempts.put("delete", () -> runtime.deleteProcessInstance(instance, "x"));
        attempts.put("deleteLater", () -> runtime.deleteProcessInstancesAsync(List.of(instance), "x"));
        attempts.put("suspend", () -> runtime.suspendProcessInstanceById(instance));
        attempts.put("suspendAll", () -> repository.suspendProcessDefinitionById(definition, true, null));
        attempts.put("setVariablesLater", () -> runtime.setVariablesAsync(List.of(instance), Map.of("x", 1)));
        attempts.put(
                "planMigration",
                () -> runtime.createMigrationPlan(definition, definition)
                        .mapEqualActivities()
                        .build());
        attempts.put("deleteDefinition", () -> repository.deleteProcessDefinition(definition, true));
        attempts.put(
                "deleteDeployment",
                () -> repository.deleteDeployment(
                        repository.getProcessDefinition(definition).getDeploymentId(), true));
        attempts.put("newTask", () -> tasks.saveTask(tasks.newTask()));
        attempts.forEach((name, attempt) -> {
            Throwable refused = catchThrowable(() -> colleagues.does(admin, attempt));
            assertThat(refused).as(name).isInstanceOf(Refusal.class);
        });
        assertThat(process.task(instance).getTaskDefinitionKey()).isEqualTo("userTask_order");
        assertThat(management.createBatchQuery().count()).isZero();

        colleagues.does(
                admin, () -> application.run(() -> runtime.deleteProcessInstance(instance, "by the application")));
        assertThat(refusal(
                                admin,
                                () -> runtime.restartProcessInstances(definition)
                                        .startBeforeActivity("userTask_confirm")
                                        .processInstanceIds(instance)
                                        .execute())
                        .rule())
                .isEqualTo("START_BY_FORM");
        Refusal kept = refusal(admin, () -> history.deleteHistoricProcessInstance(instance));
        assertThat(kept.rule()).isEqualTo("HISTORY_KEPT");
    }

    private Map<String, Runnable> operations(Task task, String person) {
        String id = task.getId();
        Map<String, Runnable> operations = new LinkedHashMap<>();
        operations.put("claim", () -> tasks.claim(id, person));
        operations.put("complete", () -> tasks.complete(id, CheckedProcess.rightOrder()));
        operations.put("submitTaskForm", () -> forms.submitTaskForm(id, CheckedProcess.rightOrder()));
        operations.put("resolveTask", () -> tasks.resolveTask(id));
        operations.put("handleBpmnError", () -> tasks.handleBpmnError(id, "ERROR"));
        operations.put("handleEscalation", () -> tasks.handleEscalation(id, "ESCALATION"));
        operations.put("setAssignee", () -> tasks.setAssignee(id, person));
        operations.put("delegateTask", () -> tasks.delegateTask(id, person));
        operations.put("saveTask", () -> {
            Task changed = tasks.createTaskQuery().taskId(id).singleResult();
            changed.setAssignee(person);
            changed.setDelegationState(DelegationState.RESOLVED);
            tasks.saveTask(changed);
        });
        operations.put("addCandidateUser", () -> tasks.addCandidateUser(id, person));
        operations.put("setVariable", () -> tasks.setVariable(id, "approved", true));
        operations.put("setVariableLocal", () -> tasks.setVariableLocal(id, "approved", true));
        return operations;
    }

    private Refusal refusal(String person, Runnable operation) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> colleagues.does(person, operation));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
