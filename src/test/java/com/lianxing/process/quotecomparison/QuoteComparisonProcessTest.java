package com.lianxing.process.quotecomparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lianxing.LianxingTest;
import com.lianxing.demo.InboundProjects;
import com.lianxing.money.Money;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.ShownForms;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    private List<FormFacts> facts;

    @Autowired
    private ShownForms shown;

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

        assertThat(comparisons.chosen(project, Purchase.FREIGHT)).get().satisfies(chosen -> {
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
    void aQuoteUnderAnotherIncotermCountsOnceItsLegIsPriced() {
        ProjectCode project = collecting();
        company.save(
                project,
                "quotes",
                List.of(quote("A-6", "900"), quote("B-6", "950"), with(quote("D-6", "980"), "incoterm", "DAP")));
        company.does(project, "userTask_collectQuotes");

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> company.does(project, "userTask_recommendQuote", "winnerQuoteNo", "D-6"));
        company.save(
                project,
                "legs",
                List.of(Map.of("leg", "ORIGIN", "currency", "USD", "amount", "120", "basis", "last lorry")));
        company.does(project, "userTask_recommendQuote", "winnerQuoteNo", "D-6", "notCheapestReason", "");

        assertThat(refusal.fields())
                .extracting(Refusal.FieldError::field)
                .contains("winnerQuoteNo", "singleSourceReason");
        assertThat(comparisons.chosen(project, Purchase.FREIGHT)).get().satisfies(chosen -> {
            assertThat(comparisons.compared(chosen))
                    .extracting(QuoteComparisons.Compared::quoteNo)
                    .as("980 from the factory is 860 from the port")
                    .containsExactly("D-6", "A-6", "B-6");
            assertThat(chosen.usd()).isEqualTo(Money.parse("980.00", "USD"));
        });
    }

    @Test
    void thePersonWhoRecommendsSeesWhatWasAddedAndWhatIsMissing() {
        ProjectCode project = collecting();
        Map<String, String> perFoot = with(with(quote("A7", "5.5"), "unit", "CUFT"), "currency", "CNY");
        company.save(project, "quotes", List.of(perFoot, with(quote("D7", "980"), "incoterm", "DDP")));
        company.save(
                project,
                "legs",
                List.of(Map.of("leg", "ORIGIN", "currency", "USD", "amount", "120", "basis", "last lorry")));
        company.does(project, "userTask_collectQuotes");

        assertThat(shownToWhoeverRecommends(project, Locale.ENGLISH))
                .contains("1 valid quotes (3 are wanted)", "5.5 CNY per cu ft FOB")
                .contains("D7, Forwarder D7: 980 USD DDP cannot be compared", "Duty and import fees");

        company.save(
                project,
                "legs",
                List.of(
                        Map.of("leg", "ORIGIN", "currency", "USD", "amount", "120", "basis", "last lorry"),
                        Map.of("leg", "DUTY", "currency", "USD", "amount", "500", "basis", "customs value by rate")));
        assertThat(shownToWhoeverRecommends(project, Locale.ENGLISH))
                .contains("D7, Forwarder D7: USD 360.00", "contains beyond: Duty and import fees USD 500.00");
        assertThat(shownToWhoeverRecommends(project, Locale.CHINESE)).contains("扣除多含的费用：起运地拖车报关");
    }

    @Test
    void oldNewAndHistoryStandSideBySideWhenTheCarrierChanges() {
        ProjectCode project = collecting();
        company.chooseQuote(project, LocalDate.of(2035, 1, 1));
        company.chooseQuote(project, LocalDate.of(2035, 2, 1));

        assertThat(said("carrierFacts", project, Locale.ENGLISH))
                .contains("| Until now | Ocean Bridge PATH | USD 500.00 |", "| New | Ocean Bridge PATH | USD 500.00 |")
                .contains("| Paid last on this lane |", "Difference between the quotes: USD 0.00");
        assertThat(said("carrierFacts", project, Locale.CHINESE)).contains("| 原承运方 |", "| 新承运方 |");
    }

    private String shownToWhoeverRecommends(ProjectCode project, Locale language) {
        String task = company.task(project, "userTask_recommendQuote").taskId();
        return shown.ofTask(task, new Reader("logistics", language, ZoneId.of("Asia/Shanghai")))
                .orElseThrow();
    }

    private String said(String name, ProjectCode project, Locale language) {
        Work work = new Work(
                "task", QuoteComparison.KEY, "userTask_recommendQuote", "instance", "execution", project.value());
        FormView view = new FormView("quote-comparison-recommend-quote", QuoteComparison.KEY, work, null);
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .markdown(view, new Reader("logistics", language, ZoneId.of("Asia/Shanghai")));
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

    private static Map<String, String> with(Map<String, String> row, String column, String value) {
        Map<String, String> other = new HashMap<>(row);
        other.put(column, value);
        return other;
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
