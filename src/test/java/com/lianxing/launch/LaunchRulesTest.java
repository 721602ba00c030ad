package com.lianxing.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.catalog.Channel;
import com.lianxing.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a launch that no table and no database is needed for. */
class LaunchRulesTest {

    @Test
    void aPieceLeavesWhatItsPriceIsAboveAllThatItCosts() {
        Offer offer = offer("39.99", "29.99");

        assertThat(offer.contribution()).isEqualTo(dollars("4.49"));
        assertThat(offer.contributionWithoutDeal()).isEqualTo(dollars("15.49"));
        assertThat(offer("39.99", "20.00").contribution()).isEqualTo(dollars("-5.50"));
    }

    @ParameterizedTest
    @CsvSource({"29.99, 15, 4.50", "30.00, 15, 4.50", "29.99, 0, 0.00", "29.99, -15, -4.49", "0.01, 100, 0.01"})
    void whatAPieceShouldLeaveIsNeverRoundedDown(String price, int percent, String target) {
        Charter charter = new Charter(dollars("1.00"), 0, percent, dollars("0.00"), 0);

        assertThat(offer("39.99", price).target(charter)).isEqualTo(dollars(target));
    }

    @ParameterizedTest
    @CsvSource({"34.00, 15, true", "34.01, 15, false", "34.00, 20, false", "35.50, 0, false", "35.00, 0, true"})
    void aDealIsCheaperByItsPercentAndNotAboveTheLowestPriceOfThirtyDays(String price, int percent, boolean deal) {
        assertThat(offer("40.00", "30.00").isDeal(dollars(price), percent)).isEqualTo(deal);
    }

    @ParameterizedTest
    @CsvSource({"600, 400, 1000, 100", "600, 399, 1000, 99", "0, 0, 1000, 0", "500, 0, 0, 0"})
    void stockIsCountedInWholePercentOfWhatIsExpectedNeverRoundedUp(
            long sellable, long inbound, long forecast, long percent) {
        assertThat(new Readiness("A", sellable, inbound, 0, BigDecimal.ONE).coverPercent(forecast))
                .isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"100.00, 72, 72.00", "0.05, 99, 0.04", "100.00, 100, 100.00", "100.00, 250, 100.00", "100.00, 0, 0.00"})
    void capsAreCutToTheShareThatTheStockCoversAndNeverRaised(String cap, long cover, String cut) {
        Campaign planned = new Campaign("SP", "A", dollars(cap), dollars(cap));

        assertThat(planned.cutTo(cover)).isEqualTo(new Campaign("SP", "A", dollars(cut), dollars(cut)));
    }

    @Test
    void aChannelsDaysEndOnItsOwnClockAlsoWhereSummerTimeEndsInBetween() {
        LocalDateTime start = LocalDateTime.of(2026, 11, 20, 0, 0);
        ChannelDates amazon = new ChannelDates(
                Channel.AMAZON_US,
                ZoneId.of("America/Los_Angeles"),
                start,
                LocalDateTime.of(2026, 12, 1, 23, 59),
                null,
                LocalDateTime.of(2026, 10, 29, 23, 59),
                Map.of(Placement.OPTIMIZED, LocalDate.of(2026, 11, 2)),
                false);

        assertThat(amazon.dealsClose().instant()).isEqualTo(Instant.parse("2026-10-30T06:59:00Z"));
        assertThat(amazon.start().instant()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(amazon.arriveBy(Placement.OPTIMIZED).orElseThrow().local().toLocalDate())
                .isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(amazon.arriveBy(Placement.AWD)).isEmpty();
    }

    @Test
    void dealsAreTakenUntilTheEventBeginsWhereNoOtherDayIsNamed() {
        LocalDateTime start = LocalDateTime.of(2026, 11, 27, 0, 0);
        ChannelDates shop = new ChannelDates(
                Channel.SHOPIFY, ZoneId.of("America/New_York"), start, start.plusDays(4), null, null, Map.of(), true);

        assertThat(shop.dealsClose()).isEqualTo(shop.start());
    }

    @Test
    void aGateIsAsGoodAsItsWorstCheckAndACheckWithoutAnAnswerIsNotPassed() {
        List<String> good = List.of("CONTRIBUTION:GO", "BUFFER:GO", "CASH:GO");

        assertThat(Gate.STOCK.judge(good).verdict()).isEqualTo(Verdict.GO);
        assertThat(Gate.STOCK
                        .judge(List.of("CONTRIBUTION:GO", "BUFFER:REDUCE", "CASH:GO"))
                        .verdict())
                .isEqualTo(Verdict.REDUCE);
        assertThat(Gate.STOCK
                        .judge(List.of("CONTRIBUTION:GO", "CONTRIBUTION:NO_GO", "BUFFER:GO", "CASH:GO"))
                        .verdict())
                .isEqualTo(Verdict.NO_GO);
        assertThat(Gate.STOCK.judge(List.of("CONTRIBUTION:GO", "CASH:GO")).found())
                .containsEntry(Gate.Check.BUFFER, Verdict.NO_GO);
        assertThat(Verdict.worst(List.of())).isEqualTo(Verdict.NO_GO);
        assertThatThrownBy(() -> Gate.STOCK.judge(List.of("RATING:GO"))).hasMessageContaining("RATING");
    }

    @Test
    void goalsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Charter(dollars("0.00"), 0, 0, dollars("0.00"), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Charter(dollars("1.00"), 0, 101, dollars("0.00"), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Charter(dollars("1.00"), 0, 0, dollars("-0.01"), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Charter(dollars("1.00"), 0, 0, dollars("0.00"), 101))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Each piece costs 12.00 landed, 6.00 referral, 4.50 fulfilment, 1.00 deal fee, 2.00 advertising. */
    private static Offer offer(String reference, String deal) {
        return new Offer(
                "A",
                dollars(reference),
                dollars("35.00"),
                dollars(deal),
                dollars("12.00"),
                dollars("6.00"),
                dollars("4.50"),
                dollars("1.00"),
                dollars("2.00"),
                Placement.OPTIMIZED,
                LocalDate.of(2026, 10, 20),
                Offer.Funding.OK);
    }

    private static Money dollars(String amount) {
        return Money.parse(amount, "USD");
    }
}
