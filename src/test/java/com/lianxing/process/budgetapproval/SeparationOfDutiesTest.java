package com.lianxing.process.budgetapproval;

import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.process.budgetapproval.Approvals.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.ApprovalStep;
import com.lianxing.approval.ConflictOfDuty;
import com.lianxing.approval.DutyConflict;
import com.lianxing.approval.NewRequest;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.EnginePeople;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.SupplierDetails;
import com.lianxing.sourcing.SupplierResult.Saved;
import com.lianxing.sourcing.Suppliers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody approves what he asked for: not by the engine, not over HTTP, not by SQL. */
@LianxingTest
class SeparationOfDutiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Approvals company;

    @Autowired
    private ApprovalRequests requests;

    @Autowired
    private ConflictOfDuty conflicts;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    private EnginePeople engine;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    /** Asked for by a department manager, who is in the group that the engine would let decide. */
    private Task askedBy(String ann) {
        ProjectCode code = company.projectWith(line(FREIGHT, "50000.00"));
        NewRequest wanted = NewRequest.commitment(
                company.newId(), code, FREIGHT, Approvals.usd("15000.00"), ann, "mine", company.inAMonth());
        Task task = company.task(company.start(wanted));
        assertThat(task.getAssignee()).isNotEqualTo(ann);
        return task;
    }

    @Test
    void theRequesterGetsNowhereByJava() {
        String ann = colleagues.with(Role.FINANCE, "ann", Locale.ENGLISH);
        Task task = askedBy(ann);
        String instance = task.getProcessInstanceId();
        Map<String, Runnable> attempts = new LinkedHashMap<>();
        attempts.put("claim", () -> tasks.claim(task.getId(), ann));
        attempts.put("complete", () -> tasks.complete(task.getId(), Approvals.answer("APPROVE")));
        attempts.put("submitTaskForm", () -> forms.submitTaskForm(task.getId(), Approvals.answer("APPROVE")));
        attempts.put("resolveTask", () -> tasks.resolveTask(task.getId()));
        attempts.put("handleBpmnError", () -> tasks.handleBpmnError(task.getId(), "ANY"));
        attempts.put("handleEscalation", () -> tasks.handleEscalation(task.getId(), "ANY"));
        attempts.put("setAssignee", () -> tasks.setAssignee(task.getId(), ann));
        attempts.put("delegateTask", () -> tasks.delegateTask(task.getId(), ann));
        attempts.put("addCandidateUser", () -> tasks.addCandidateUser(task.getId(), ann));
        attempts.put("setVariable", () -> tasks.setVariable(task.getId(), "verdict", "APPROVE"));
        attempts.put("setRequest", () -> runtime.setVariable(instance, "requestId", "another"));
        attempts.put("setRequester", () -> runtime.setVariable(instance, "requester", "zoe"));
        attempts.put(
                "modify",
                () -> runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity("serviceTask_postApproval")
                        .execute());
        attempts.put("delete", () -> runtime.deleteProcessInstance(instance, "away with it"));
        attempts.put("suspend", () -> runtime.suspendProcessInstanceById(instance));
        attempts.put("deleteAsync", () -> runtime.deleteProcessInstancesAsync(List.of(instance), "bulk"));
        attempts.put(
                "fireTimer",
                () -> management.setJobDuedate(
                        management
                                .createJobQuery()
                                .processInstanceId(instance)
                                .activityId("timerEvent_needByReached")
                                .singleResult()
                                .getId(),
                        null));

        Map<String, Throwable> thrown = new LinkedHashMap<>();
        attempts.forEach((name, attempt) -> thrown.put(name, catchThrowable(() -> colleagues.does(ann, attempt))));

        assertThat(thrown)
                .allSatisfy((name, failure) -> assertThat(failure)
                        .as(name)
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DUTY)));
        assertUndecided(task);
    }

    @Test
    void everyRightOfTheEngineTogetherOpensNoSideDoor() {
        String ann = colleagues.with(Role.FINANCE, "ann", Locale.ENGLISH);
        Task task = askedBy(ann);
        List<Authorization> rights = Stream.of(
                        Resources.PROCESS_DEFINITION,
                        Resources.PROCESS_INSTANCE,
                        Resources.TASK,
                        Resources.BATCH,
                        Resources.DEPLOYMENT,
                        Resources.OPERATION_LOG_CATEGORY)
                .map(resource -> engine.grant(ann, resource, "*", Permissions.ALL))
                .toList();
        try {
            Map<String, Throwable> answers = new LinkedHashMap<>();
            sideDoors(task)
                    .forEach((name, door) -> answers.put(name, catchThrowable(() -> colleagues.does(ann, door))));
            assertThat(answers)
                    .allSatisfy((name, answer) -> assertThat(answer).as(name).isInstanceOf(Refusal.class));
        } finally {
            rights.forEach(engine::takeBack);
        }
        assertUndecided(task);
        assertThat(management.createBatchQuery().count()).isZero();
    }

    private Map<String, Runnable> sideDoors(Task task) {
        String id = task.getId();
        String instance = task.getProcessInstanceId();
        String definition = task.getProcessDefinitionId();
        String job = management
                .createJobQuery()
                .processInstanceId(instance)
                .list()
                .get(0)
                .getId();
        var plan = runtime.createMigrationPlan(definition, definition)
                .mapEqualActivities()
                .build();
        Map<String, Runnable> doors = new LinkedHashMap<>();
        doors.put(
                "modifyLater",
                () -> runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity("serviceTask_postApproval")
                        .executeAsync());
        doors.put(
                "skipTheTask",
                () -> runtime.createModification(definition)
                        .cancelAllForActivity("userTask_decide")
                        .processInstanceIds(instance)
                        .execute());
        doors.put(
                "skipLater",
                () -> runtime.createModification(definition)
                        .startAfterActivity("userTask_decide")
                        .processInstanceIds(instance)
                        .executeAsync());
        doors.put(
                "migrate",
                () -> runtime.newMigration(plan).processInstanceIds(instance).execute());
        doors.put(
                "migrateLater",
                () -> runtime.newMigration(plan).processInstanceIds(instance).executeAsync());
        doors.put(
                "restart",
                () -> runtime.restartProcessInstances(definition)
                        .startBeforeActivity("serviceTask_postApproval")
                        .processInstanceIds(instance)
                        .executeAsync());
        doors.put(
                "startInTheMiddle",
                () -> runtime.createProcessInstanceById(definition)
                        .startBeforeActivity("serviceTask_postApproval")
                        .execute());
        doors.put("startWithoutAForm", () -> runtime.startProcessInstanceById(definition));
        doors.put("variablesLater", () -> runtime.setVariablesAsync(List.of(instance), Map.of("verdict", "APPROVE")));
        doors.put("suspendByKey", () -> runtime.suspendProcessInstanceByProcessDefinitionKey(BudgetApproval.KEY));
        doors.put(
                "suspendLater",
                () -> runtime.updateProcessInstanceSuspensionState()
                        .byProcessInstanceIds(instance)
                        .suspendAsync());
        doors.put("suspendModel", () -> repository.suspendProcessDefinitionByKey(BudgetApproval.KEY));
        doors.put("shortenHistory", () -> repository.updateProcessDefinitionHistoryTimeToLive(definition, 1));
        doors.put("incident", () -> runtime.createIncident("own", task.getExecutionId(), "own"));
        doors.put("executeJob", () -> management.executeJob(job));
        doors.put("deleteJob", () -> management.deleteJob(job));
        doors.put("recalculateJob", () -> management.recalculateJobDuedate(job, false));
        doors.put("suspendJob", () -> management.suspendJobById(job));
        doors.put("suspendJobs", () -> management.suspendJobDefinitionByProcessDefinitionKey(BudgetApproval.KEY, true));
        doors.put("signal", () -> runtime.signal(task.getExecutionId()));
        doors.put("priority", () -> tasks.setPriority(id, 1));
        doors.put("owner", () -> tasks.setOwner(id, "ann"));
        doors.put("dueDate", () -> tasks.setDueDate(id, null));
        doors.put("name", () -> tasks.setName(id, "mine"));
        doors.put("dropGroup", () -> tasks.deleteCandidateGroup(id, "finance"));
        doors.put("addGroup", () -> tasks.addCandidateGroup(id, "finance"));
        doors.put("removeVariable", () -> tasks.removeVariable(id, "requestId"));
        doors.put("comment", () -> tasks.createComment(id, null, "approved by me"));
        doors.put("deleteHistory", () -> history.deleteHistoricProcessInstance(instance));
        doors.put("forgetVariable", () -> history.deleteHistoricVariableInstancesByProcessInstanceId(instance));
        return doors;
    }

    @Test
    void anAssignmentByTheApplicationDoesNotLetTheRequesterThroughEither() {
        String ann = colleagues.with(Role.FINANCE, "ann", Locale.ENGLISH);
        Task task = askedBy(ann);
        tasks.setAssignee(task.getId(), ann);

        assertThatThrownBy(() -> company.decide(ann, task, "APPROVE"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("DUTY_REQUESTER"));
        assertUndecided(task);
    }

    @Test
    void theRequesterGetsNowhereOverHttpAndTheSentenceNamesTheRule() throws IOException {
        String ann = colleagues.with(Role.FINANCE, "ann", Locale.ENGLISH);
        Task task = askedBy(ann);
        tasks.setAssignee(task.getId(), ann);
        String body = "{\"variables\":{\"verdict\":{\"value\":\"APPROVE\",\"type\":\"String\"}}}";

        for (String api : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            Visitor visitor = api.equals("/engine-rest")
                    ? Visitor.program(port, ann, Colleagues.PASSWORD)
                    : Visitor.person(port, ann, Colleagues.PASSWORD);
            for (String operation : List.of("complete", "submit-form")) {
                HttpResponse<String> answer = visitor.post(api + "/task/" + task.getId() + "/" + operation, body);
                JsonNode said = JSON.readTree(answer.body());

                assertThat(answer.statusCode()).as(api + " " + operation).isEqualTo(403);
                assertThat(said.path("message").asText()).contains("DUTY_REQUESTER", "you asked for this");
            }
        }
        assertUndecided(task);
    }

    @Test
    void nobodyDecidesTwiceInOneChain() {
        Task first = askedBy(company.requester());
        String manager = first.getAssignee();
        company.decide(manager, first, "APPROVE");
        Task second = company.task(first.getProcessInstanceId());
        tasks.setAssignee(second.getId(), manager);

        assertThatThrownBy(() -> company.decide(manager, second, "APPROVE"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("DUTY_TWICE"));
    }

    @Test
    void theOwnerOfTheProcessAndTheAdministratorNeverDecide() {
        Task task = askedBy(company.requester());
        String requestId = requestOf(task);

        assertThat(conflicts.check(requestId, colleagues.with(Role.PROCESS_OWNER)))
                .contains(DutyConflict.DUTY_ROLE_EXCLUDED);
        assertThat(conflicts.check(requestId, colleagues.with(Role.CAMUNDA_ADMIN)))
                .contains(DutyConflict.DUTY_ROLE_EXCLUDED);
        assertThat(conflicts.check(requestId, company.person(Role.CFO))).contains(DutyConflict.DUTY_NOT_ASKED);
        assertThat(conflicts.check(requestId, String.valueOf(task.getAssignee())))
                .isEmpty();
    }

    @Test
    void whoeverChangedTheVendorLatelyIsPassedOverEvenIfSomebodyElseChangedItSince() {
        String manager = company.person(Role.DEPARTMENT_MANAGER);
        Supplier vendor = ((Saved) suppliers.add(vendor("Vendor " + company.newId()), manager)).supplier();
        suppliers.edit(vendor.id(), vendor("Vendor " + company.newId()), colleagues.with(Role.PURCHASING));
        ProjectCode code = company.projectWith(line(FREIGHT, "50000.00"));
        NewRequest wanted = company.commitment(code, FREIGHT, "3000.00").boughtFrom(vendor.id(), 2);

        Task task = company.task(company.start(wanted));

        assertThat(task.getAssignee()).isEqualTo(company.person(Role.CFO));
        assertThat(conflicts.check(wanted.requestId(), manager)).contains(DutyConflict.DUTY_SUPPLIER_EDITOR);
    }

    @Test
    void moneyForAVendorOfHighRiskNeedsTheCfoHoweverLittleItIs() {
        SupplierDetails risky =
                new SupplierDetails("Vendor " + company.newId(), Supplier.Kind.AGENCY, "CN", Supplier.RiskRating.HIGH);
        Supplier vendor = ((Saved) suppliers.add(risky, colleagues.with(Role.PURCHASING))).supplier();
        ProjectCode code = company.projectWith(line(FREIGHT, "50000.00"));
        NewRequest wanted = company.commitment(code, FREIGHT, "10.00").boughtFrom(vendor.id(), 3);

        company.start(wanted);

        assertThat(requests.chain(wanted.requestId()))
                .extracting(ApprovalStep::role)
                .contains(Role.CFO);
    }

    @Test
    void whoeverApprovedALargePurchaseDoesNotReleaseItsPayment() {
        ProjectCode code = company.projectWith(line(FREIGHT, "90000.00"));
        company.approveAll(company.start(company.commitment(code, FREIGHT, "20000.01")));
        NewRequest payment = payment(code, "500.00");

        Task task = company.task(company.start(payment));

        assertThat(task.getAssignee()).isEqualTo(company.person(Role.GENERAL_MANAGER));
        for (Role role : List.of(Role.DEPARTMENT_MANAGER, Role.FINANCE, Role.CFO)) {
            assertThat(conflicts.check(payment.requestId(), company.person(role)))
                    .contains(DutyConflict.DUTY_PURCHASE_APPROVER);
        }
    }

    @Test
    void financeReleasesThePaymentOfASmallPurchaseThatItApproved() {
        ProjectCode code = company.projectWith(line(FREIGHT, "90000.00"));
        company.approveAll(company.start(company.commitment(code, FREIGHT, "20000.00")));

        Task task = company.task(company.start(payment(code, "20000.00")));

        assertThat(task.getAssignee()).isEqualTo(company.person(Role.FINANCE));
    }

    private NewRequest payment(ProjectCode code, String dollars) {
        return NewRequest.payment(
                company.newId(),
                code,
                FREIGHT,
                Approvals.usd(dollars),
                null,
                company.requester(),
                "INV-1 / SLIP-1",
                company.inAMonth());
    }

    @Test
    void aPurchaseSplitIntoSmallOnesIsTakenTogether() {
        Supplier vendor = ((Saved) suppliers.add(vendor("Vendor " + company.newId()), colleagues.with(Role.PURCHASING)))
                .supplier();
        ProjectCode code = company.projectWith(line(FREIGHT, "50000.00"));
        NewRequest first = company.commitment(code, FREIGHT, "900.00").boughtFrom(vendor.id(), 3);
        NewRequest second = company.commitment(code, FREIGHT, "900.00").boughtFrom(vendor.id(), 3);

        Task alone = company.task(company.start(first));
        Task together = company.task(company.start(second));

        assertThat(alone.getAssignee()).isEqualTo(company.person(Role.PROJECT_MANAGER));
        assertThat(together.getAssignee()).isEqualTo(company.person(Role.DEPARTMENT_MANAGER));
    }

    @Test
    void theDatabaseRefusesOnceMore() {
        String ann = colleagues.with(Role.FINANCE, "ann", Locale.ENGLISH);
        Task task = askedBy(ann);
        String requestId = requestOf(task);

        assertSqlRefused("insert into approval_decision (request_id, position, requested_by, decided_by, role, verdict,"
                + " at, zone) values ('" + requestId + "', 0, 'ann', 'ann', 'finance', 'APPROVE', now(), 'UTC')");
        assertSqlRefused("insert into approval_decision (request_id, position, requested_by, decided_by, role, verdict,"
                + " at, zone) values ('" + requestId + "', 0, 'zoe', 'ann', 'finance', 'APPROVE', now(), 'UTC')");
        assertSqlRefused("update approval_step set person = 'ann' where request_id = '" + requestId + "'");
        assertSqlRefused("update approval_request set requested_by = 'zoe' where id = '" + requestId + "'");
        assertSqlRefused(
                "update approval_request set outcome = 'APPROVED', closed_at = now() where id = '" + requestId + "'");
        assertSqlRefused("delete from approval_request where id = '" + requestId + "'");

        company.decide(String.valueOf(task.getAssignee()), task, "APPROVE");
        assertSqlRefused("update approval_decision set decided_by = 'zoe' where request_id = '" + requestId + "'");
        assertSqlRefused("delete from approval_decision where request_id = '" + requestId + "'");
        assertSqlRefused("insert into budget_version (project_code, version, event_id, approval_id, requested_by,"
                + " approved_by, posted_by, content_hash, at) select project_code, 99, 'forged', id, 'ann', 'ann', 'ann',"
                + " repeat('0', 64), now() from approval_request where id = '" + requestId + "'");
    }

    private void assertSqlRefused(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
    }

    private void assertUndecided(Task task) {
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
        assertThat(requests.chain(requestOf(task))).noneMatch(step -> step.isDecided() && step.position() == 0);
        assertThat(ledger.position(requests.require(requestOf(task)).code(), FREIGHT)
                        .held())
                .isEqualTo(Approvals.usd("0"));
    }

    private String requestOf(Task task) {
        return requests.ofInstance(task.getProcessInstanceId()).orElseThrow().id();
    }

    private static SupplierDetails vendor(String name) {
        return new SupplierDetails(name, Supplier.Kind.FORWARDER, "CN", Supplier.RiskRating.LOW);
    }
}
