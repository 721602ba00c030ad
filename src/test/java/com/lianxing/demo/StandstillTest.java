package com.lianxing.demo;

import static com.lianxing.calendar.DeadlineKind.INTERNAL;
import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.ledger.BudgetLine.PRODUCT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.NewRequest;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.AuditVerifier;
import com.lianxing.audit.StoredEntry;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.MovableClock;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.process.Messages;
import com.lianxing.process.Standstill;
import com.lianxing.process.Standstill.Outcome;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A project that stands still, and what has moved, waited and been kept when it goes on. */
@LianxingTest
class StandstillTest {

    private static final Duration STOOD = Duration.ofDays(20);

    @LocalServerPort
    private int port;

    @Autowired
    private InboundProjects company;

    @Autowired
    private Standstill standstill;

    @Autowired
    private Messages messages;

    @Autowired
    private WorkList work;

    @Autowired
    private Projects projects;

    @Autowired
    private People people;

    @Autowired
    private ApprovalRequests requests;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void theCompany() {
        company.enrolTheCompany();
        clock.moveTo(clock.now());
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void nobodyWorksOnAnythingOfAProjectThatStandsStill() {
        ProjectCode project = ordering();
        WorkItem approval = company.task(project, "userTask_decide");
        assertThat(hold(project, "pm", "supplier is audited")).isEqualTo(Outcome.DONE);

        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.ON_HOLD);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .active()
                        .count())
                .isZero();
        assertThat(catchThrowable(() -> work.submit(
                        approval.taskId(), requireNonNull(approval.assignee()), Map.of("verdict", "APPROVE"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("SUSPENDED"));
        assertThat(activeTimers(project)).isEmpty();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> requests.open(NewRequest.commitment(
                        project + ":more",
                        project,
                        FREIGHT,
                        usd("1.00"),
                        "pm",
                        "one more",
                        Deadline.endOf(clock.today(StepValues.SHENZHEN).plusDays(9), StepValues.SHENZHEN, INTERNAL)))))
                .hasMessageContaining("on hold");

        assertThat(resume(project, "manager", "audit passed")).isEqualTo(Outcome.DONE);
        company.decide(project, "APPROVE");
        assertThat(company.open(project)).containsExactly("userTask_payDeposit");
        assertThat(verifier.verify("project", project.value()).findings()).isEmpty();
    }

    @Test
    void aTaskOfAProjectThatStandsStillIsClaimedByNobody() {
        ProjectCode project = company.startedAt("userTask_placeOrder", line(PRODUCT, "1000.00"));
        WorkItem item = company.task(project, "userTask_placeOrder");
        String person = requireNonNull(item.assignee());
        tasks.setAssignee(item.taskId(), null);
        hold(project, "pm", "waiting for the brand");

        assertThat(catchThrowable(() -> work.claim(item.taskId(), person)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("SUSPENDED"));
    }

    @Test
    void ourOwnDatesMoveByThePauseAndTheSuppliersDoNot() {
        ProjectCode project = producing();
        WorkItem before = company.task(project, "userTask_confirmGoodsReady");
        Map<String, Instant> timers = timers(project);
        assertThat(timers).containsKeys("timerEvent_supplierLate", "timerEvent_weekPassed");

        hold(project, "pm", "strike in the port");
        clock.moveBy(STOOD);
        resume(project, "pm", "strike is over");

        assertThat(company.task(project, "userTask_confirmGoodsReady").dueAt())
                .as("agreed with the supplier")
                .isEqualTo(before.dueAt());
        Map<String, Instant> after = timers(project);
        assertThat(after.get("timerEvent_supplierLate")).isEqualTo(timers.get("timerEvent_supplierLate"));
        assertThat(after.get("timerEvent_weekPassed"))
                .as("our own question every week")
                .isCloseTo(
                        requireNonNull(timers.get("timerEvent_weekPassed")).plus(STOOD), within(1, ChronoUnit.SECONDS));
        assertThat(entry(project, "deadline.movedByPause").content())
                .contains("timerEvent_weekPassed", "\"kept\"", "CONTRACT", "INTERNAL");
        assertThat(entry(project, "project.resumed").content()).contains("strike is over");
    }

    @Test
    void aStepOfOursIsDueLaterByThePause() {
        ProjectCode project = company.startedAt("userTask_placeOrder", line(PRODUCT, "1000.00"));
        Instant due =
                requireNonNull(company.task(project, "userTask_placeOrder").dueAt());
        hold(project, "pm", "budget freeze");
        clock.moveBy(STOOD);
        resume(project, "pm", "freeze is over");

        assertThat(company.task(project, "userTask_placeOrder").dueAt())
                .isCloseTo(due.plus(STOOD), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void whatOthersSetAndFellDueMeanwhileHappensAtOnceAndOnce() {
        ProjectCode project = producing();
        Instant late = requireNonNull(timers(project).get("timerEvent_supplierLate"));
        hold(project, "pm", "strike in the port");
        clock.moveTo(late.plus(Duration.ofDays(1)));
        assertThat(dueNow(project)).isEmpty();

        resume(project, "pm", "strike is over");

        List<Job> due = dueNow(project);
        assertThat(due).isNotEmpty();
        company.fire(project, "timerEvent_supplierLate");
        assertThat(timers(project)).doesNotContainKey("timerEvent_supplierLate");
    }

    @Test
    void whatIsReportedMeanwhileIsKeptAndToldWhenItGoesOn() {
        ProjectCode project =
                company.startedAt("subProcess_checkCompliance#multiInstanceBody", 1, line(PRODUCT, "1000.00"));
        company.does(project, "userTask_checkCompliance", "complianceResult", "NEEDS_CLEARANCE");
        assertThat(company.open(project)).containsExactly("userTask_recordClearance");
        hold(project, "manager", "brand dispute");

        clock.moveBy(Duration.ofDays(2));
        String sku = company.skus(project).get(0);
        Messages.Report report = new Messages.Report(
                project + ":cleared", project, "certification.cleared", null, sku, "{}", "compliance", null);
        assertThat(messages.report(report)).isEqualTo(Messages.Outcome.KEPT);
        assertThat(messages.report(report)).isEqualTo(Messages.Outcome.REPEATED);
        assertThat(company.open(project)).containsExactly("userTask_recordClearance");
        clock.moveBy(Duration.ofDays(1));

        resume(project, "manager", "dispute is settled");

        assertThat(company.open(project)).containsExactly("userTask_planFreight");
    }

    @Test
    void managersDecideOnItEachRequestCountsOnceAndEveryRefusalSaysWhy() throws IOException {
        ProjectCode project = company.startedAt("userTask_placeOrder", line(PRODUCT, "1000.00"));
        String reason = "{\"reason\":\"港口罢工 strike\"}";
        assertProblem(post("ops", project, "hold", "k1", reason), 403, "hold-by-manager");
        assertProblem(post("pm", project, "hold", "k1", "{\"reason\":\"  \"}"), 422, "reason-needed");
        assertProblem(post("pm", project, "hold", "k1", "{}"), 400, "parameter-wrong");
        assertProblem(post("pm", project, "resume", "k1", reason), 409, "not-on-hold");

        assertThat(post("pm", project, "hold", "hold-" + project, reason).body())
                .contains("ON_HOLD");
        assertThat(post("pm", project, "hold", "hold-" + project, reason).statusCode())
                .as("the same again")
                .isEqualTo(200);
        assertProblem(post("manager", project, "hold", "k2", reason), 409, "already-on-hold");
        Visitor pm = Visitor.person(port, "pm", DemoAccounts.PASSWORD);
        assertThat(pm.get("/projects/" + project).body()).contains("项目已暂停", "港口罢工 strike");
        assertThat(pm.fill(
                                "/projects/" + project,
                                "/projects/" + project + "/resume",
                                Map.of("key", "page-" + project, "reason", "罢工结束"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(post("pm", project, "hold", "hold-" + project, reason).body())
                .as("an old request does not stop it again")
                .contains("ACTIVE");
        assertThatThrownBy(() -> jdbc.sql("update project_pause set reason = 'other' where project_code = ?")
                        .param(project.value())
                        .update())
                .hasMessageContaining("never changes");

        ProjectCode draft = company.startedAt("userTask_planBudget");
        assertProblem(post("pm", draft, "hold", "k3", reason), 422, "hold-not-under-way");
    }

    private ProjectCode ordering() {
        ProjectCode project =
                company.startedAt("userTask_placeOrder", line(PRODUCT, "1000.00"), line(FREIGHT, "300.00"));
        company.does(project, "userTask_placeOrder", "orderAmount", "900.00", "orderCurrency", "USD");
        return project;
    }

    private ProjectCode producing() {
        ProjectCode project = ordering();
        company.decide(project, "APPROVE");
        company.does(
                project,
                "userTask_payDeposit",
                "paidAmount",
                "270.00",
                "paidCurrency",
                "USD",
                "invoiceNo",
                "PI-" + project);
        company.decide(project, "APPROVE");
        return project;
    }

    private Outcome hold(ProjectCode project, String person, String reason) {
        return standstill.hold(project, project + ":hold:" + clock.now(), person(person), reason);
    }

    private Outcome resume(ProjectCode project, String person, String reason) {
        return standstill.resume(project, project + ":resume:" + clock.now(), person(person), reason);
    }

    private Person person(String id) {
        return people.require(id);
    }

    private HttpResponse<String> post(String person, ProjectCode project, String verb, String key, String body) {
        return Visitor.program(port, person, DemoAccounts.PASSWORD)
                .send(
                        "POST",
                        "/api/projects/" + project + "/" + verb,
                        "application/json",
                        "*/*",
                        body,
                        Map.of("Idempotency-Key", key));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(new ObjectMapper().readTree(answer.body()).path("type").asText())
                .isEqualTo("urn:lianxing:problem:" + type);
    }

    private Map<String, Instant> timers(ProjectCode project) {
        Map<String, Instant> timers = new HashMap<>();
        jobs(project)
                .forEach(job -> timers.put(
                        management
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .singleResult()
                                .getActivityId(),
                        job.getDuedate().toInstant()));
        return timers;
    }

    private List<Job> jobs(ProjectCode project) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(project.value()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    private List<Job> activeTimers(ProjectCode project) {
        return jobs(project).stream().filter(job -> !job.isSuspended()).toList();
    }

    private List<Job> dueNow(ProjectCode project) {
        return activeTimers(project).stream()
                .filter(job -> !job.getDuedate().toInstant().isAfter(clock.now()))
                .toList();
    }

    private StoredEntry entry(ProjectCode project, String action) {
        return audit.entries("project", project.value(), 0, 500).stream()
                .filter(entry -> entry.action().equals(action))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static LineAmount line(BudgetLine line, String dollars) {
        return new LineAmount(line, usd(dollars));
    }

    private static Money usd(String dollars) {
        return Money.parse(dollars, "USD");
    }
}
