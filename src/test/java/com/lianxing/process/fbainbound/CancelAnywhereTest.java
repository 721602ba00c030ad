package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.audit.AuditTrail;
import com.lianxing.demo.DemoAccounts;
import com.lianxing.demo.InboundProjects;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.Books;
import com.lianxing.process.Cancellations;
import com.lianxing.process.WaitStates;
import com.lianxing.project.ProjectCode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Wherever a project stands when it is cancelled, nothing of it is left behind. The places are those of the models. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelAnywhereTest {

    private static final String WHY = "品牌方撤回授权 the brand withdrew";

    @LocalServerPort
    private int port;

    @Autowired
    private InboundProjects company;

    @Autowired
    private Routes routes;

    @Autowired
    private AmazonRoutes amazon;

    @Autowired
    private WaitStates states;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private DataSource database;

    private final Set<String> cancelledAt = new HashSet<>();
    private final Set<ProjectCode> cancelled = new HashSet<>();

    @BeforeAll
    void theCompany() {
        company.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        amazon.disconnect();
        company.releaseTheClock();
    }

    @AfterAll
    void aProjectWasCancelledAtEveryWaitState() {
        Set<String> missed = new TreeSet<>(states.of(FbaInbound.KEY));
        missed.removeAll(cancelledAt);
        assertThat(missed).as("wait states at which no project was cancelled").isEmpty();
    }

    @AfterAll
    void theBooksOfAllAgree() {
        assertThat(new Books(database).faults(cancelled))
                .filteredOn(fault -> !fault.contains(":first:"))
                .isEmpty();
    }

    Stream<String> places() {
        return states.placesOf(FbaInbound.KEY).stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatIsCancelledLeavesNothingBehind(String place) {
        ProjectCode project = routes.to(place);
        Set<String> standing = states.now(project);
        assertThat(standing).contains(place);
        cancelledAt.addAll(standing);
        cancelled.add(project);
        Cancellations.Before before = cancellations.before(project);
        boolean begunBefore = !standing.contains("startEvent_cancelRequested");

        assertThat(cancel(project)).contains(begunBefore ? "KEPT" : "DELIVERED");
        boolean committed = cancellations.isCommitted(project);
        finish(project);

        cancellations.assertNothingLeft(
                FbaInbound.KEY,
                before,
                committed ? Map.of(BudgetLine.PRODUCT, Money.parse(Routes.CANCEL_COST, "USD")) : Map.of());
        if (!begunBefore) {
            assertThat(whoAndWhy(project)).isEqualTo("pm " + WHY);
        }
    }

    @ParameterizedTest
    @CsvSource({"trio, message-by-its-manager", "ops, message-by-role"})
    void nobodyCancelsTheProjectOfAnother(String person, String refusal) {
        ProjectCode project = company.startedAt("userTask_planQuantities");

        assertThat(cancel(project, person)).contains(refusal);

        assertThat(company.open(project)).containsExactly("userTask_planQuantities");
    }

    /** As the project's manager does. */
    private String cancel(ProjectCode project) {
        return cancel(project, "pm");
    }

    private String cancel(ProjectCode project, String person) {
        return Visitor.program(port, person, DemoAccounts.PASSWORD)
                .send(
                        "POST",
                        "/api/projects/" + project + "/messages",
                        "application/json",
                        "application/json",
                        "{\"message\":\"project.cancelRequested\",\"content\":{\"reason\":\"" + WHY + "\"}}",
                        Map.of("Idempotency-Key", project + ":cancel"))
                .body();
    }

    /** What is left to do: money that is gone is answered for, the costs of cancelling are recorded and approved. */
    private void finish(ProjectCode project) {
        amazon.letAmazonFinish(project);
        company.decide(project, "APPROVE");
        if (company.open(project).contains("userTask_handleProblem")) {
            company.does(project, "userTask_handleProblem", "problemChoice", "BY_HAND");
        }
        routes.finishCancelling(project);
        company.decide(project, "APPROVE");
    }

    private String whoAndWhy(ProjectCode project) {
        return audit.entries("project", project.value(), 0, 500).stream()
                .filter(entry -> entry.action().equals("project.cancelRequested"))
                .map(entry -> entry.actor() + " " + (entry.content().contains(WHY) ? WHY : entry.content()))
                .findFirst()
                .orElse("nobody");
    }
}
