package com.lianxing.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.MovableClock;
import com.lianxing.demo.InboundProjects;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.QuoteComparisons.Comparison;
import com.lianxing.sourcing.QuoteComparisons.Offer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Quotes against each other, and against what was paid before. */
@LianxingTest
class QuoteComparisonsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 26);

    @Autowired
    private QuoteComparisons comparisons;

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
        Comparison comparison = compare("10", offer("A", "500", 1), offer("B", "400", 0), offer("C", "100", -1));

        assertThat(comparison.offers()).extracting(Offer::quoteNo).containsExactly("B", "A", "C");
        assertThat(comparison.valid()).extracting(Offer::quoteNo).containsExactly("B", "A");
        assertThat(comparison.isCheapest(comparison.offers().get(0))).isTrue();
        assertThat(comparison.isCheapest(comparison.offers().get(1))).isFalse();
        assertThat(comparison.perUnit(comparison.offers().get(0))).isEqualByComparingTo("40");
    }

    @Test
    void withoutHistoryThereIsNothingToComparePricesWith() {
        Comparison comparison = compare("10", offer("A", "500", 1));

        assertThat(comparison.lastPaid()).isEmpty();
        assertThat(comparison.overMedian(comparison.offers().get(0))).isEmpty();
    }

    @Test
    void theMedianLooksSixMonthsBackAndTheLastPriceFurther() {
        clock.moveBy(Duration.ofDays(-400));
        choose("900");
        clock.release();
        assertThat(compare("10", offer("A", "500", 1)).median()).isEmpty();
        assertThat(compare("10", offer("A", "500", 1)).lastPaid())
                .get()
                .satisfies(price -> assertThat(price).isEqualByComparingTo("90"));

        choose("100");
        choose("200");
        choose("600");

        Comparison comparison = compare("10", offer("A", "250", 1));
        assertThat(comparison.median())
                .get()
                .satisfies(price -> assertThat(price).isEqualByComparingTo("20"));
        assertThat(comparison.lastPaid())
                .get()
                .satisfies(price -> assertThat(price).isEqualByComparingTo("60"));
        assertThat(comparison.overMedian(comparison.offers().get(0)))
                .get()
                .satisfies(more -> assertThat(more).isEqualByComparingTo("25"));
    }

    private void choose(String dollars) {
        Comparison comparison = compare("10", offer("Z", dollars, 1));
        comparisons.choose(project, service, comparison, comparison.offers().get(0), "", "logistics");
    }

    private Comparison compare(String quantity, Offer... offers) {
        return comparisons.compare(service, new BigDecimal(quantity), List.of(offers), TODAY);
    }

    private static Offer offer(String number, String dollars, int daysLeft) {
        return new Offer("Forwarder " + number, number, Money.parse(dollars + ".00", "USD"), TODAY.plusDays(daysLeft));
    }
}
