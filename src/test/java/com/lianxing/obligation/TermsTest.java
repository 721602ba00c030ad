package com.lianxing.obligation;

import static com.lianxing.obligation.ObligationKind.CONTRACT;
import static com.lianxing.obligation.ObligationKind.COSMETIC_FACILITY;
import static com.lianxing.obligation.ObligationKind.DEVICE_ESTABLISHMENT;
import static com.lianxing.obligation.ObligationKind.FOOD_FACILITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Thirty years of each kind, held against a walk over every single day. */
class TermsTest {

    private static final int YEARS = 30;

    static Stream<Terms> terms() {
        List<LocalDate> anchors = List.of(
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2025, 3, 31),
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 9, 30),
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2027, 12, 31));
        return Stream.of(ObligationKind.values())
                .flatMap(kind -> anchors.stream()
                        .map(anchor -> kind.isLegal() ? Terms.of(kind, anchor) : new Terms(kind, anchor, 12, 30)));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void thirtyYearsAgreeWithAWalkOverEachDay(Terms terms) {
        LocalDate end = terms.anchor().plusYears(YEARS);
        List<LocalDate> worked = new ArrayList<>();
        for (int number = 1; due(terms, number).isBefore(end); number++) {
            worked.add(due(terms, number));
        }

        List<LocalDate> walked = terms.anchor()
                .plusDays(1)
                .datesUntil(end)
                .filter(day -> isDue(terms, day))
                .toList();

        assertThat(worked).isEqualTo(walked).hasSizeGreaterThan(13);
    }

    /** As one would say it to a colleague. */
    private static boolean isDue(Terms terms, LocalDate day) {
        LocalDate anchor = terms.anchor();
        boolean endOfYear = MonthDay.from(day).equals(MonthDay.of(12, 31));
        boolean windowAfter = anchor.isBefore(LocalDate.of(day.getYear(), 10, 1));
        return switch (terms.kind()) {
            case COSMETIC_FACILITY -> (day.getYear() - anchor.getYear()) % 2 == 0 && isAnniversary(anchor, day);
            case FOOD_FACILITY -> endOfYear && day.getYear() % 2 == 0 && windowAfter;
            case DRUG_ESTABLISHMENT, DEVICE_ESTABLISHMENT -> endOfYear && windowAfter;
            case RADIATION_REPORT -> day.getMonth() == Month.SEPTEMBER && day.getDayOfMonth() == 1;
            case CONTRACT, SUBSCRIPTION -> isAnniversary(anchor, day.plusDays(30));
        };
    }

    /** Of 29 February: the 28th where the year has no 29th. */
    private static boolean isAnniversary(LocalDate anchor, LocalDate day) {
        boolean leapDay = MonthDay.from(anchor).equals(MonthDay.of(2, 29)) && !day.isLeapYear();
        MonthDay wanted = leapDay ? MonthDay.of(2, 28) : MonthDay.from(anchor);
        return day.getYear() > anchor.getYear() && MonthDay.from(day).equals(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-10-01, 2026-12-31",
        "2026-09-30, 2026-10-01, 2026-12-31",
        "2026-10-01, 2028-10-01, 2028-12-31",
        "2027-05-01, 2028-10-01, 2028-12-31"
    })
    void aFoodFacilityRenewsInTheNextEvenYearEvenIfItRegisteredBeforeItsWindow(
            LocalDate anchor, LocalDate opens, LocalDate due) {
        Terms.Period first = Terms.of(FOOD_FACILITY, anchor).period(1);

        assertThat(first.opens()).isEqualTo(opens);
        assertThat(first.due().local().toLocalDate()).isEqualTo(due);
    }

    @Test
    void theDayOfTheFdaEndsInWashington() {
        assertThat(Terms.of(DEVICE_ESTABLISHMENT, LocalDate.of(2026, 3, 1))
                        .period(1)
                        .due()
                        .instant())
                .as("its last minute")
                .isEqualTo(Instant.parse("2027-01-01T04:59:00Z"));
    }

    @Test
    void whatIsTakenOverYearsLaterBeginsWithThePeriodThatRuns() {
        Terms terms = Terms.of(COSMETIC_FACILITY, LocalDate.of(2024, 7, 1));

        assertThat(terms.firstFrom(LocalDate.of(2028, 7, 1)).number()).isEqualTo(2);
        assertThat(terms.firstFrom(LocalDate.of(2028, 7, 2)).number()).isEqualTo(3);
    }

    @Test
    void aContractHasAPeriodAndTheLawHasItsOwn() {
        assertThatThrownBy(() -> Terms.of(CONTRACT, LocalDate.of(2026, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Terms(FOOD_FACILITY, LocalDate.of(2026, 1, 1), 12, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate due(Terms terms, int number) {
        return terms.period(number).due().local().toLocalDate();
    }
}
