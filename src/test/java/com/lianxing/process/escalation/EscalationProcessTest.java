package com.lianxing.process.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.People;
import com.lianxing.access.Role;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.audit.StoredEntry;
import com.lianxing.calendar.MovableClock;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.Projects;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One test for each way through {@code processes/escalation.bpmn}, opened as a project opens it: by a late step. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscalationProcessTest {

    /** Friday, ten in the morning in Shanghai. */
    private static final Instant FRIDAY = Instant.parse("2027-03-05T02:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private WatchedProject company;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Outbox outbox;

    @Autowired
    private AuditTrail trail;

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
    private FlowCoverage flows;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeAll
    void beginCoverage() {
        flows.forget(Escalation.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(Escalation.KEY, repository);
    }

    @BeforeEach
    void itIsFridayMorning() {
        clock.moveTo(FRIDAY);
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.release();
    }

    @Test
    void aLateStepIsATaskOfTheProjectManagerAndAMessageToHim() {
        String instance = lateOrder();

        Task decide = decide(instance);
        assertThat(decide.getAssignee()).isEqualTo(company.person(Role.PROJECT_MANAGER));
        assertThat(decide.getDueDate()).as("a working day later").isEqualTo("2027-03-12T18:00:00+08:00");
        assertThat(message(Role.PROJECT_MANAGER, instance, "STEP_ESCALATED").textZh())
                .contains("订购货物");
        assertThat(actions(instance)).contains("escalation.asked");

        clock.moveBy(Duration.ofHours(2));
        company.runDueJobs(instance);
        assertThat(escalations(instance)).as("one at a time").hasSize(1);
    }

    @Test
    void everybodyReadsHisOwnMessagesOverHttpAndNobodyElses() {
        String code = company.projectOf(lateFiling());
        String path = "/api/notifications?limit=200";

        assertThat(Visitor.program(port, company.person(Role.PROJECT_MANAGER), Colleagues.PASSWORD)
                        .get(path)
                        .body())
                .contains(code, "STEP_ESCALATED", "向海关申报", "File with customs");
        assertThat(Visitor.program(port, company.person(Role.PURCHASING), Colleagues.PASSWORD)
                        .get(path)
                        .body())
                .doesNotContain(code);
        assertThat(Visitor.nobody(port).get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverWantsMailSaysWhereTo() {
        String person = company.person(Role.PURCHASING);
        Visitor visitor = Visitor.program(port, person, Colleagues.PASSWORD);

        assertThat(visitor.put("/api/notifications/address", "{\"email\":\"buyer@example.org\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(people.emailOf(person)).hasValue("buyer@example.org");
        assertThat(visitor.put("/api/notifications/address", "{\"email\":\"nowhere\"}")
                        .statusCode())
                .isEqualTo(400);
        visitor.put("/api/notifications/address", "{\"email\":null}");
        assertThat(people.emailOf(person)).isEmpty();
    }

    @Test
    void nobodyDecidesSoTheNextLevelIsAskedUpToTheTop() {
        String instance = lateFiling();
        for (Role role :
                List.of(Role.PROJECT_MANAGER, Role.DEPARTMENT_MANAGER, Role.GENERAL_MANAGER, Role.GENERAL_MANAGER)) {
            Task decide = decide(instance);
            assertThat(decide.getAssignee()).isEqualTo(company.person(role));
            assertThat(decide.getDueDate())
                    .as("customs do not wait for Monday")
                    .isEqualTo(clock.now().plus(Duration.ofHours(4)));
            clock.moveBy(Duration.ofHours(4).plusMinutes(1));
            company.runDueJobs(escalation(instance).getId());
        }
    }

    @Test
    void theManagerChasesAndTheNextLevelIsAskedIfTheStepIsStillOpen() {
        String instance = lateOrder();

        submit(instance, Map.of("delayDecision", "CHASE"));

        assertThat(message(Role.PURCHASING, instance, "STEP_REMINDER").textEn()).contains("still open");
        assertThat(content(instance, "escalation.acknowledged")).containsEntry("decision", "CHASE");
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(escalation(instance).getId())
                        .count())
                .isZero();
        clock.moveTo(Instant.parse("2027-03-12T10:00:01Z"));
        company.runDueJobs(escalation(instance).getId());
        assertThat(decide(instance).getAssignee()).isEqualTo(company.person(Role.DEPARTMENT_MANAGER));
    }

    @Test
    void theProjectManagerHandsUpAndTheDepartmentManagerExtendsWithAReason() {
        String instance = lateOrder();
        assertRefused(
                instance,
                Map.of(
                        "delayDecision",
                        "EXTEND",
                        "delayReason",
                        "x",
                        "newDueAt",
                        "2027-03-20T12:00",
                        "newDueZone",
                        "Asia/Shanghai"),
                "delayDecision");
        submit(instance, Map.of("delayDecision", "HAND_UP"));
        Map<String, Object> extension =
                Map.of("delayDecision", "EXTEND", "newDueAt", "2027-03-20T12:00", "newDueZone", "Asia/Shanghai");
        assertRefused(instance, extension, "delayReason");

        submit(instance, with(extension, "delayReason", "Supplier's furnace is down"));

        assertThat(company.step(instance, "userTask_order").getDueDate()).isEqualTo("2027-03-20T12:00:00+08:00");
        assertThat(escalations(instance)).isEmpty();
        assertThat(content(instance, "deadline.moved"))
                .containsEntry("before", "2027-03-09T10:00:00Z")
                .containsEntry("after", "2027-03-20T04:00:00Z")
                .containsEntry("reason", "Supplier's furnace is down");
    }

    @Test
    void aLegalDeadlineIsExtendedByNobody() {
        String instance = lateFiling();
        submit(instance, Map.of("delayDecision", "HAND_UP"));
        submit(instance, Map.of("delayDecision", "HAND_UP"));
        assertThat(decide(instance).getAssignee()).isEqualTo(company.person(Role.GENERAL_MANAGER));

        assertRefused(
                instance,
                Map.of(
                        "delayDecision",
                        "EXTEND",
                        "delayReason",
                        "please",
                        "newDueAt",
                        "2027-03-20T12:00",
                        "newDueZone",
                        "Asia/Shanghai"),
                "delayDecision");
        assertRefused(instance, Map.of("delayDecision", "HAND_UP"), "delayDecision");
    }

    @Test
    void aStepIsReassignedToSomebodyOfItsRoleOnly() {
        String other = colleagues.with(Role.LOGISTICS, "watched-logistics-2", Locale.ENGLISH);
        String instance = lateFiling();
        submit(instance, Map.of("delayDecision", "HAND_UP"));
        Map<String, Object> reassign = Map.of("delayDecision", "REASSIGN", "delayReason", "He is ill");
        assertRefused(instance, with(reassign, "newPerson", company.person(Role.PURCHASING)), "newPerson");
        assertRefused(instance, with(reassign, "newPerson", company.person(Role.LOGISTICS)), "newPerson");

        submit(instance, with(reassign, "newPerson", other));

        assertThat(company.step(instance, "userTask_file").getAssignee()).isEqualTo(other);
        assertThat(escalations(instance)).isEmpty();
        assertThat(content(instance, "escalation.stepReassigned")).containsEntry("now", other);
        assertThat(outbox.to(other, 10)).anyMatch(message -> message.kind().equals("STEP_HANDED_OVER"));
        clock.moveBy(Duration.ofHours(2));
        company.runDueJobs(instance);
        assertThat(escalations(instance)).as("the colleague has a day").isEmpty();
        clock.moveBy(Duration.ofDays(1));
        company.runDueJobs(instance);
        assertThat(escalations(instance)).hasSize(1);
    }

    @Test
    void theEscalationEndsByItselfWhenTheStepIsDone() {
        String instance = lateFiling();
        assertThat(escalations(instance)).hasSize(1);

        company.complete(company.step(instance, "userTask_file"));

        assertThat(escalations(instance)).isEmpty();
        assertThat(actions(instance)).contains("escalation.closed");
        assertThat(company.step(instance, "userTask_order"))
                .as("the rest goes on")
                .isNotNull();
    }

    @Test
    void aStepDoneInTheTransactionThatOpenedItsEscalationLeavesNone() {
        String instance = company.start(FRIDAY.plus(Duration.ofHours(2)));
        clock.moveBy(Duration.ofHours(3));

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            company.runDueJobs(instance);
            assertThat(escalations(instance)).hasSize(1);
            company.complete(company.step(instance, "userTask_file"));
        });

        assertThat(escalations(instance)).isEmpty();
    }

    @Test
    void aStepDoneBeforeItsReportLeavesNothingThatCouldBeLate() {
        String instance = company.start(FRIDAY.plus(Duration.ofHours(2)));
        company.complete(company.step(instance, "userTask_file"));
        clock.moveBy(Duration.ofHours(3));

        company.runDueJobs(instance);

        assertThat(escalations(instance)).isEmpty();
    }

    @Test
    void aProjectThatIsStoppedTakesItsEscalationsAlong() {
        String instance = lateFiling();
        String escalation = escalation(instance).getId();

        runtime.deleteProcessInstance(instance, "stopped");

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(escalation)
                        .count())
                .isZero();
        assertThat(management.createJobQuery().processInstanceId(escalation).count())
                .isZero();
    }

    /** The order was due on Tuesday; a day of grace later it is reported. */
    private String lateOrder() {
        String instance = company.start(FRIDAY.plus(Duration.ofDays(90)));
        clock.moveTo(Instant.parse("2027-03-11T02:00:00Z"));
        company.runDueJobs(instance);
        return instance;
    }

    /** Without grace. */
    private String lateFiling() {
        String instance = company.start(FRIDAY.plus(Duration.ofHours(2)));
        clock.moveBy(Duration.ofHours(3));
        company.runDueJobs(instance);
        return instance;
    }

    private List<ProcessInstance> escalations(String instance) {
        return runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance)
                .list();
    }

    private ProcessInstance escalation(String instance) {
        return escalations(instance).get(0);
    }

    private Task decide(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(escalation(instance).getId())
                .singleResult();
    }

    private void submit(String instance, Map<String, Object> values) {
        Task task = decide(instance);
        colleagues.does(task.getAssignee(), () -> forms.submitTaskForm(task.getId(), values));
    }

    private void assertRefused(String instance, Map<String, Object> values, String field) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> submit(instance, values));
        assertThat(refusal).isNotNull();
        assertThat(refusal.fields()).extracting(Refusal.FieldError::field).contains(field);
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(key, value);
        return more;
    }

    private Notification message(Role role, String instance, String kind) {
        String code = company.projectOf(instance);
        return outbox.to(company.person(role), 200).stream()
                .filter(message ->
                        message.subjectCode().equals(code) && message.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> actions(String instance) {
        return entries(instance).stream().map(StoredEntry::action).toList();
    }

    private Map<String, @Nullable Object> content(String instance, String action) {
        return CanonicalJson.read(entries(instance).stream()
                .filter(entry -> entry.action().equals(action))
                .reduce((first, last) -> last)
                .orElseThrow()
                .content());
    }

    private List<StoredEntry> entries(String instance) {
        return trail.entries(Projects.SUBJECT, company.projectOf(instance), 0, 100);
    }
}
