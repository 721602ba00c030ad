package com.lianxing.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.MovableClock;
import com.lianxing.demo.InboundProjects;
import com.lianxing.money.Money;
import com.lianxing.money.UnitPrice;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Normalised.Addition;
import com.lianxing.sourcing.QuoteComparisons.Chosen;
import com.lianxing.sourcing.QuoteComparisons.Compared;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Quotes against each other, and against what was paid before. */
@LianxingTest
class QuoteComparisonsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 26);
    private static final Currency USD = Currency.getInstance("USD");

    @Autowired
    private QuoteComparisons comparisons;

    @Autowired
    private Quotes quotes;

    @Autowired
    private InboundProjects company;

    @Autowired
    private MovableClock clock;

    private ProjectCode project;
    private String service;

    @BeforeEach
    void aProjectThatBuys() {
        company.enrolTheCompany();
        project = company.startedAt("userTask_planBudget");
        service = "TEST:" + UUID.randomUUID();
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void theCheapestValidOfferComesFirstAndWhatHasExpiredLast() {
        Comparison comparison = compare(quote("A", "500", 1), quote("B", "400", 0), quote("C", "100", -1));

        assertThat(comparison.offers())
                .extracting(offer -> offer.quote().quoteNo())
                .containsExactly("B", "A", "C");
        assertThat(comparison.valid())
                .extracting(offer -> offer.quote().quoteNo())
                .containsExactly("B", "A");
        assertThat(comparison.isCheapest(comparison.offers().get(0))).isTrue();
        assertThat(comparison.isCheapest(comparison.offers().get(1))).isFalse();
        assertThat(comparison.perUnit(comparison.offers().get(0))).isEqualByComparingTo("40");
    }

    @Test
    void withoutHistoryThereIsNothingToComparePricesWith() {
        Comparison comparison = compare(quote("A", "500", 1));

        assertThat(comparison.history()).isEqualTo(Comparison.History.NONE);
        assertThat(comparison.overMedian(comparison.offers().get(0))).isEmpty();
    }

    @Test
    void whatWasPaidUnderAnotherIncotermIsNoHistory() {
        choose("Z", "900");

        assertThat(compare(quote("A", "500", 1)).history()).isNotEqualTo(Comparison.History.NONE);
        assertThat(comparisons
                        .compare(need("Yantian - Long Beach", Incoterm.DDP), List.of(), Map.of(), TODAY)
                        .history())
                .isEqualTo(Comparison.History.NONE);
    }

    @Test
    void aChoiceWhoseQuoteHasExpiredCountsAsNotCompared() {
        clock.moveBy(Duration.between(clock.now(), TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC)));
        choose("A", "500");
        assertThat(comparisons.quotesCompared(project, Purchase.FREIGHT)).isPositive();

        clock.moveBy(Duration.ofDays(100));

        assertThat(comparisons.quotesCompared(project, Purchase.FREIGHT)).isZero();
        assertThat(comparisons.chosen(project, Purchase.FREIGHT)).isPresent();
    }

    @Test
    void theMedianLooksSixMonthsBackAndTheLastPriceFurther() {
        clock.moveBy(Duration.ofDays(-400));
        choose("Z", "900");
        clock.release();
        assertThat(compare(quote("A", "500", 1)).history().median()).isEmpty();
        assertThat(compare(quote("A", "500", 1)).history().last())
                .get()
                .satisfies(price -> assertThat(price).isEqualByComparingTo("90"));

        choose("Z", "100");
        choose("Z", "200");
        choose("Y", "600");

        Comparison comparison = compare(quote("A", "250", 1), quote("Y", "600", 1));
        assertThat(comparison.history().median())
                .get()
                .satisfies(price -> assertThat(price).isEqualByComparingTo("20"));
        assertThat(comparison.history().last())
                .get()
                .satisfies(price -> assertThat(price).isEqualByComparingTo("60"));
        assertThat(comparison.overMedian(comparison.offers().get(0)))
                .get()
                .satisfies(more -> assertThat(more).isEqualByComparingTo("25"));
        assertThat(comparison.historyWith(comparison.offers().get(0)))
                .as("nothing was bought from A before")
                .isEqualTo(Comparison.History.NONE);
        assertThat(comparison.historyWith(comparison.offers().get(1)).median())
                .get()
                .satisfies(price -> assertThat(price).isEqualByComparingTo("60"));
    }

    @Test
    void anotherLaneHasAnotherHistory() {
        choose("Z", "100");

        Comparison elsewhere = comparisons.compare(
                need("Ningbo - Savannah", Incoterm.FOB), List.of(quote("A", "500", 1)), Map.of(), TODAY);

        assertThat(elsewhere.history()).isEqualTo(Comparison.History.NONE);
    }

    @Test
    void aChoiceKeepsWhatItWasMadeFrom() {
        Comparison comparison = comparisons.compare(
                need("Yantian - Long Beach", Incoterm.DAP),
                List.of(quote("A", "500", 1), quote("B", "400", 1)),
                Map.of(Leg.ORIGIN, Money.parse("50.00", "USD")),
                TODAY);
        comparisons.choose(project, comparison, comparison.offers().get(0), "", "logistics");

        Chosen chosen = comparisons.chosen(project, Purchase.FREIGHT).orElseThrow();
        List<Compared> compared = comparisons.compared(chosen);
        assertThat(chosen.quotes()).isEqualTo(2);
        assertThat(chosen.usd()).as("what the forwarder asks").isEqualTo(Money.parse("400.00", "USD"));
        assertThat(chosen.perUnit()).as("with the way to the port").isEqualByComparingTo("45");
        assertThat(compared).extracting(Compared::quoteNo).containsExactly("B", "A");
        assertThat(compared).extracting(Compared::chosen).containsExactly(true, false);
        assertThat(compared.get(0).usd()).isEqualTo(Money.parse("450.00", "USD"));
        assertThat(compared.get(0).rate().value()).isEqualByComparingTo("1");
        assertThat(compared.get(0).additions()).extracting(Addition::leg).containsExactly(Leg.ORIGIN);
    }

    @Test
    void whatHasExpiredIsNeverChosen() {
        Comparison comparison = compare(quote("A", "500", -1));

        assertThatThrownBy(() -> comparisons.choose(
                        project, comparison, comparison.offers().get(0), "", "logistics"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expired on 2026-06-25");
    }

    @Test
    void aQuoteThatChangesIsANewVersionAndTheOldOneStaysReadable() {
        save(row("V-1", "900", ""), row("V-2", "800", ""));
        save(row("V-1", "900.00", ""), row("V-2", "41.5", "CBM"));
        save(row("V-2", "41.5", "CBM"));

        assertThat(quotes.current(project, Purchase.FREIGHT))
                .extracting(Quote::quoteNo)
                .containsExactly("V-2");
        assertThat(quotes.versions(project))
                .extracting(entered -> "%s/%d %s %s %s"
                        .formatted(
                                entered.quote().quoteNo(),
                                entered.quote().version(),
                                entered.quote().price(),
                                entered.quote().unit(),
                                entered.current()))
                .containsExactly("V-1/1 900 USD null false", "V-2/1 800 USD null false", "V-2/2 41.5 USD CBM true");
    }

    @SafeVarargs
    private void save(Map<String, String>... rows) {
        company.save(project, "quotes", List.of(rows));
    }

    private static Map<String, String> row(String number, String amount, String unit) {
        return Map.of(
                "supplier",
                "Forwarder",
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
                "unit",
                unit,
                "transitDays",
                "30",
                "validUntil",
                "2030-12-31");
    }

    private void choose(String number, String dollars) {
        Comparison comparison = compare(quote(number, dollars, 1));
        comparisons.choose(project, comparison, comparison.offers().get(0), "", "logistics");
    }

    private Comparison compare(Quote... offered) {
        return comparisons.compare(need("Yantian - Long Beach", Incoterm.FOB), List.of(offered), Map.of(), TODAY);
    }

    private Need need(String lane, Incoterm incoterm) {
        Load load = new Load(
                Quantity.of("2000", Unit.KG), Quantity.of("10", Unit.CBM), Quantity.of("500", Unit.PIECE), null);
        return new Need(Purchase.FREIGHT, service, lane, incoterm, load, Unit.CBM);
    }

    private static Quote quote(String number, String dollars, int daysLeft) {
        return new Quote(
                "Forwarder " + number,
                number,
                1,
                "OCEAN_LCL",
                Incoterm.FOB,
                new UnitPrice(new BigDecimal(dollars), USD),
                null,
                30,
                TODAY.plusDays(daysLeft));
    }
}
