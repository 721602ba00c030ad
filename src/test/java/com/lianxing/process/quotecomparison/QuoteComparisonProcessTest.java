package com.lianxing.process.quotecomparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lianxing.LianxingTest;
import com.lianxing.demo.InboundProjects;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.QuoteComparisons;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each way through {@code processes/quote-comparison.bpmn}, called by a project that needs freight. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuoteComparisonProcessTest {

    @Autowired
    private InboundProjects company;

    @Autowired
    private QuoteComparisons comparisons;

    @Autowired
    private Outbox outbox;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(QuoteComparison.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(QuoteComparison.KEY, repository);
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aStepThatIsLateIsEscalatedUntilItIsDone() {
        ProjectCode project = company.startedAt("callActivity_compareQuotes");

        company.letBecomeLate(project, "userTask_inviteSuppliers");
        assertThat(company.isEscalated(project)).isTrue();
        company.does(project, "userTask_inviteSuppliers");

        assertThat(company.isEscalated(project)).isFalse();
        assertThat(company.open(project)).containsExactly("userTask_collectQuotes");
    }

    @Test
    void theCheapestOfThreeIsRecommendedWithoutAReason() {
        ProjectCode project = collecting();
        company.save(project, "quotes", List.of(quote("A-1", "900"), quote("B-1", "700"), quote("C-1", "800")));
        company.does(project, "userTask_collectQuotes");

        company.does(project, "userTask_recommendQuote", "winnerQuoteNo", "b-1", "notCheapestReason", "");

        assertThat(comparisons.chosen(project)).get().satisfies(chosen -> {
            assertThat(chosen.quoteNo()).isEqualTo("B-1");
            assertThat(chosen.quotes()).isEqualTo(3);
        });
        assertThat(company.open(project)).containsExactly("userTask_planBudget");
    }

    @Test
    void aDearerOneAndTooFewNeedAReasonEach() {
        ProjectCode project = collecting();
        company.save(project, "quotes", List.of(quote("A-2", "900"), quote("B-2", "700")));
        company.does(project, "userTask_collectQuotes");

        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> company.does(
                        project, "userTask_recommendQuote", "winnerQuoteNo", "A-2", "notCheapestReason", ""));
        company.does(
                project, "userTask_recommendQuote", "winnerQuoteNo", "A-2", "singleSourceReason", "nobody else sails");

        assertThat(refusal.fields())
                .extracting(Refusal.FieldError::field)
                .containsExactlyInAnyOrder("notCheapestReason", "singleSourceReason");
        assertThat(company.open(project)).containsExactly("userTask_planBudget");
    }

    @Test
    void whatHasExpiredCannotBeRecommended() {
        ProjectCode project = collecting();
        company.save(
                project,
                "quotes",
                List.of(quote("A-3", "900"), quote("B-3", "700"), quote("C-3", "800"), expired("D-3", "100")));
        company.does(project, "userTask_collectQuotes");

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> company.does(project, "userTask_recommendQuote", "winnerQuoteNo", "D-3"));
        company.does(project, "userTask_recommendQuote", "winnerQuoteNo", "B-3", "notCheapestReason", "");

        assertThat(refusal.fields()).extracting(Refusal.FieldError::field).contains("winnerQuoteNo");
    }

    @Test
    void atTheClosingDateTheQuotesThatCameAreCompared() {
        ProjectCode project = collecting();
        company.save(project, "quotes", List.of(quote("A-4", "900")));

        company.fire(project, "timerEvent_closingNear");
        assertThat(outbox.to("logistics", 20))
                .anyMatch(message -> message.kind().equals("QUOTES_CLOSING")
                        && message.subjectCode().equals(project.value()));
        company.fire(project, "timerEvent_quotesClosed");

        assertThat(company.open(project)).containsExactly("userTask_recommendQuote");
    }

    @Test
    void withoutAnyValidQuoteSuppliersAreInvitedAgain() {
        ProjectCode project = collecting();
        company.save(project, "quotes", List.of(expired("A-5", "900")));

        company.fire(project, "timerEvent_quotesClosed");

        assertThat(company.open(project)).containsExactly("userTask_inviteSuppliers");
    }

    private ProjectCode collecting() {
        ProjectCode project = company.startedAt("callActivity_compareQuotes");
        company.does(project, "userTask_inviteSuppliers");
        return project;
    }

    private static Map<String, String> quote(String number, String amount) {
        return row(number, amount, "2030-12-31");
    }

    private static Map<String, String> expired(String number, String amount) {
        return row(number, amount, "2020-01-31");
    }

    private static Map<String, String> row(String number, String amount, String validUntil) {
        return Map.of(
                "supplier",
                "Forwarder " + number,
                "quoteNo",
                number,
                "mode",
                "OCEAN_LCL",
                "incoterm",
                "FOB",
                "currency",
                "USD",
                "amount",
                amount,
                "transitDays",
                "30",
                "validUntil",
                validUntil);
    }
}
