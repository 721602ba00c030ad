package com.lianxing.demo;

import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.ledger.BudgetLine.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.People;
import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.AuditVerifier;
import com.lianxing.calendar.MovableClock;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.LedgerEntry;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.process.Corrections;
import com.lianxing.process.Corrections.Outcome;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStep;
import com.lianxing.project.ProjectSteps;
import com.lianxing.project.StepBack;
import com.lianxing.project.StepBacks;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step that was done wrongly and is done again: where the process, the money and the record stand then. */
@LianxingTest
class StepBackTest {

    @LocalServerPort
    private int port;

    @Autowired
    private InboundProjects company;

    @Autowired
    private Corrections corrections;

    @Autowired
    private StepBacks stepBacks;

    @Autowired
    private ProjectSteps steps;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private ApprovalRequests requests;

    @Autowired
    private People people;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

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
    void anOrderThatIsBeingDecidedOnIsTakenBackWithItsRequest() {
        ProjectCode project = ordering("900.00");

        back(project, "place-order", false);

        assertThat(company.open(project)).containsExactly("userTask_placeOrder");
        assertThat(requests.of(project)).noneMatch(ApprovalRequest::isOpen);
        assertMoney(project, "0.00", "0.00");
        assertThat(steps.list(project)).isEmpty();
        assertThat(steps.setAside(project)).extracting(ProjectStep::step).containsExactly("place-order");

        order(project, "800.00");
        company.decide(project, "APPROVE");
        assertMoney(project, "800.00", "0.00");
        assertThat(company.open(project)).containsExactly("userTask_payDeposit");
        assertSound(project);
    }

    @Test
    void whatAnOrderSetAsideIsGivenBackByANewEntryAndItCanBeTakenBackAgain() {
        ProjectCode project = ordering("900.00");
        company.decide(project, "APPROVE");
        assertMoney(project, "900.00", "0.00");

        back(project, "place-order", false);
        assertMoney(project, "0.00", "0.00");
        assertThat(types(project))
                .containsExactly(
                        EntryType.BUDGET_SET, EntryType.BUDGET_SET, EntryType.COMMIT, EntryType.COMMIT_RELEASE);
        order(project, "700.00");
        company.decide(project, "APPROVE");
        assertMoney(project, "700.00", "0.00");

        back(project, "place-order", false);
        assertMoney(project, "0.00", "0.00");
        order(project, "600.00");
        company.decide(project, "APPROVE");
        assertMoney(project, "600.00", "0.00");
        assertThat(stepBacks.of(project)).hasSize(2);
        assertThat(steps.setAside(project)).hasSize(2);
        assertSound(project);
    }

    @Test
    void moneyThatLeftTheHouseIsReversedOnlyIfSomebodySaysSo() {
        ProjectCode project = paid();
        assertMoney(project, "630.00", "270.00");
        assertThat(ask(project, "place-order", false)).isEqualTo(Outcome.STEP_BACK_PAID);
        assertMoney(project, "630.00", "270.00");

        back(project, "place-order", true);

        assertThat(company.open(project)).containsExactly("userTask_placeOrder");
        assertMoney(project, "0.00", "0.00");
        assertThat(types(project))
                .endsWith(EntryType.COMMIT, EntryType.ACTUAL, EntryType.ACTUAL_REVERSAL, EntryType.COMMIT_RELEASE);
        order(project, "900.00");
        company.decide(project, "APPROVE");
        pay(project);
        assertMoney(project, "630.00", "270.00");
        assertSound(project);
    }

    @Test
    void onlyThePaymentIsDoneAgain() {
        ProjectCode project = paid();

        back(project, "pay-deposit", true);

        assertThat(company.open(project)).containsExactly("userTask_payDeposit");
        assertMoney(project, "900.00", "0.00");
        assertThat(steps.list(project)).extracting(ProjectStep::step).containsExactly("place-order");
        pay(project);
        assertMoney(project, "630.00", "270.00");
        assertSound(project);
    }

    @Test
    void theManagerAsksASecondPersonConfirmsAndEachCountsOnce() {
        ProjectCode project = ordering("900.00");
        String task = task(project, "place-order");
        assertThat(corrections.ask(project, "k-" + project, task, people.require("ops"), "wrong", false))
                .isEqualTo(Outcome.STEP_BACK_BY_MANAGER);
        assertThat(corrections.ask(project, "k-" + project, task, people.require("pm"), " ", false))
                .isEqualTo(Outcome.REASON_NEEDED);
        assertThat(corrections.ask(project, "k-" + project, "no-such", people.require("pm"), "wrong", false))
                .isEqualTo(Outcome.STEP_BACK_STEP_UNKNOWN);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(corrections.ask(project, "k-" + project, task, people.require("pm"), "wrong price", false))
                    .isEqualTo(Outcome.DONE);
        }
        assertThat(corrections.ask(project, "other-" + project, task, people.require("pm"), "wrong", false))
                .isEqualTo(Outcome.STEP_BACK_ASKED_ALREADY);
        long id = stepBacks.open(project).orElseThrow().id();
        for (String nobody : List.of("pm", "ops", "auditor", "admin")) {
            assertThat(corrections.confirm(project, id, people.require(nobody)))
                    .as(nobody)
                    .isEqualTo(Outcome.STEP_BACK_SECOND_PERSON);
        }
        assertThat(company.open(project)).containsExactly("userTask_decide");
        assertThatThrownBy(() -> jdbc.sql(
                                "update step_back set verdict = 'CONFIRMED', decided_by = 'pm', decided_at = now() where id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("second_person");

        for (int twice = 0; twice < 2; twice++) {
            assertThat(corrections.confirm(project, id, people.require("manager")))
                    .isEqualTo(Outcome.DONE);
        }

        assertThat(company.open(project)).containsExactly("userTask_placeOrder");
        assertThat(corrections.refuse(project, id, people.require("gm"))).isEqualTo(Outcome.STEP_BACK_DECIDED);
        assertThat(audit.entries("project", project.value(), 0, 500))
                .filteredOn(entry -> entry.action().startsWith("stepBack."))
                .extracting(entry -> entry.actor() + " " + entry.action())
                .containsExactly("pm stepBack.asked", "manager stepBack.confirmed");
    }

    @Test
    void aWishThatIsRefusedMovesNothing() {
        ProjectCode project = ordering("900.00");
        assertThat(ask(project, "place-order", false)).isEqualTo(Outcome.DONE);
        StepBack open = stepBacks.open(project).orElseThrow();

        assertThat(corrections.refuse(project, open.id(), people.require("manager")))
                .isEqualTo(Outcome.DONE);

        assertThat(company.open(project)).containsExactly("userTask_decide");
        assertThat(corrections.confirm(project, open.id(), people.require("gm")))
                .isEqualTo(Outcome.STEP_BACK_DECIDED);
        assertThat(steps.setAside(project)).isEmpty();
    }

    @Test
    void whatNoEntryUndoesIsNotTakenBack() {
        ProjectCode project = company.started();
        company.does(project, "userTask_planQuantities");
        for (int sku = 0; sku < 3; sku++) {
            clock.moveBy(Duration.ofHours(1));
            company.does(project, "userTask_checkCompliance");
        }
        assertThat(ask(project, "check-compliance", false)).isEqualTo(Outcome.STEP_BACK_NOT_ALONE);

        ProjectCode planned = company.startedAt("userTask_planBudget");
        company.save(
                planned,
                "budget",
                List.of(Map.of("line", "PRODUCT", "currency", "USD", "amount", "900.00", "basis", "")));
        clock.moveBy(Duration.ofHours(1));
        company.does(planned, "userTask_planBudget");
        company.decide(planned, "APPROVE");
        assertThat(ask(planned, "plan-budget", true)).isEqualTo(Outcome.STEP_BACK_BUDGET_CHANGED);
        assertThat(company.open(planned)).containsExactly("userTask_placeOrder");
    }

    @Test
    void whoeverCompletesAStepAtThatMomentAndTheStepBackNeverBothWin() throws Exception {
        ProjectCode project = ordering("900.00");
        company.decide(project, "APPROVE");
        assertThat(ask(project, "place-order", false)).isEqualTo(Outcome.DONE);
        long id = stepBacks.open(project).orElseThrow().id();
        clock.moveBy(Duration.ofHours(1));
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> paying = () -> {
            together.await();
            try {
                pay(project);
                return true;
            } catch (RuntimeException | AssertionError lost) {
                return false;
            }
        };
        Callable<Boolean> goingBack = () -> {
            together.await();
            try {
                return corrections.confirm(project, id, people.require("manager")) == Outcome.DONE;
            } catch (RuntimeException lost) {
                return false;
            }
        };
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> paid = both.submit(paying);
            Future<Boolean> back = both.submit(goingBack);
            assertThat(paid.get()).isNotEqualTo(back.get());
            if (back.get()) {
                assertThat(company.open(project)).containsExactly("userTask_placeOrder");
                assertMoney(project, "0.00", "0.00");
            } else {
                assertThat(company.open(project)).containsExactly("userTask_confirmGoodsReady");
                assertMoney(project, "630.00", "270.00");
            }
        } finally {
            both.shutdownNow();
        }
        assertSound(project);
    }

    @Test
    void programsAndThePageOfferTheSame() throws IOException {
        ProjectCode project = ordering("900.00");
        String body = "{\"taskId\":\"" + task(project, "place-order") + "\",\"reason\":\"单价填错 wrong price\"}";
        assertProblem(post("ops", project, "", body), 403, "step-back-by-manager");
        assertProblem(post("pm", project, "", "{\"reason\":\"x\"}"), 400, "parameter-wrong");
        HttpResponse<String> asked = post("pm", project, "", body);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        String id = new ObjectMapper().readTree(asked.body()).path("id").asText();
        assertThat(Visitor.person(port, "manager", DemoAccounts.PASSWORD)
                        .get("/projects/" + project)
                        .body())
                .contains("单价填错 wrong price", "Confirm and go back");

        assertProblem(post("pm", project, "/" + id + "/confirm", "{}"), 403, "step-back-second-person");
        assertThat(Visitor.person(port, "manager", DemoAccounts.PASSWORD)
                        .fill(
                                "/projects/" + project,
                                "/projects/" + project + "/step-backs/" + id + "/confirm",
                                Map.of())
                        .statusCode())
                .isEqualTo(302);

        assertThat(company.open(project)).containsExactly("userTask_placeOrder");
        JsonNode list = new ObjectMapper()
                .readTree(Visitor.program(port, "auditor", DemoAccounts.PASSWORD)
                        .get("/api/projects/" + project + "/step-backs")
                        .body());
        assertThat(list.path("items").path(0).path("verdict").asText()).isEqualTo("CONFIRMED");
    }

    private ProjectCode ordering(String amount) {
        ProjectCode project =
                company.startedAt("userTask_placeOrder", line(PRODUCT, "1000.00"), line(FREIGHT, "300.00"));
        clock.moveBy(Duration.ofHours(1));
        order(project, amount);
        return project;
    }

    private void order(ProjectCode project, String amount) {
        company.does(project, "userTask_placeOrder", "orderAmount", amount, "orderCurrency", "USD");
        clock.moveBy(Duration.ofHours(1));
    }

    private ProjectCode paid() {
        ProjectCode project = ordering("900.00");
        company.decide(project, "APPROVE");
        clock.moveBy(Duration.ofHours(1));
        pay(project);
        return project;
    }

    private void pay(ProjectCode project) {
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
    }

    private Outcome ask(ProjectCode project, String step, boolean reverses) {
        return corrections.ask(
                project,
                project + ":" + step + ":" + clock.now(),
                task(project, step),
                people.require("pm"),
                "entered wrongly",
                reverses);
    }

    private void back(ProjectCode project, String step, boolean reverses) {
        clock.moveBy(Duration.ofHours(1));
        assertThat(ask(project, step, reverses)).isEqualTo(Outcome.DONE);
        StepBack open = stepBacks.open(project).orElseThrow();
        assertThat(corrections.confirm(project, open.id(), people.require("manager")))
                .isEqualTo(Outcome.DONE);
        clock.moveBy(Duration.ofHours(1));
    }

    private String task(ProjectCode project, String step) {
        return steps.list(project).stream()
                .filter(done -> done.step().equals(step))
                .reduce((first, second) -> second)
                .orElseThrow()
                .taskId();
    }

    private List<EntryType> types(ProjectCode project) {
        return ledger.entries(project).stream().map(LedgerEntry::type).toList();
    }

    private void assertMoney(ProjectCode project, String held, String spent) {
        assertThat(ledger.total(project).held()).as("held").isEqualTo(usd(held));
        assertThat(ledger.total(project).spent()).as("spent").isEqualTo(usd(spent));
    }

    private void assertSound(ProjectCode project) {
        assertThat(verifier.verify("project", project.value()).findings()).isEmpty();
    }

    private HttpResponse<String> post(String person, ProjectCode project, String below, String body) {
        return Visitor.program(port, person, DemoAccounts.PASSWORD)
                .send(
                        "POST",
                        "/api/projects/" + project + "/step-backs" + below,
                        "application/json",
                        "*/*",
                        body,
                        Map.of("Idempotency-Key", "http-" + project));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(new ObjectMapper().readTree(answer.body()).path("type").asText())
                .isEqualTo("urn:lianxing:problem:" + type);
    }

    private static LineAmount line(BudgetLine line, String dollars) {
        return new LineAmount(line, usd(dollars));
    }

    private static Money usd(String dollars) {
        return Money.parse(dollars, "USD");
    }
}
