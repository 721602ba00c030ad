package com.lianxing.calendar;

import static com.lianxing.calendar.CalendarDay.Status.CONFIRMED;
import static com.lianxing.calendar.CalendarDay.Status.PROVISIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@LianxingTest
class WorkingCalendarTest {

    private static final WorkingCalendar US = WorkingCalendar.usFederal();

    @Autowired
    private WorkingCalendars calendars;

    @Test
    void workCountsItsFirstDayAndALegalTermDoesNot() {
        LocalDate monday = LocalDate.of(2026, 10, 19);
        assertThat(US.lastDayOfWork(monday, 5)).isEqualTo("2026-10-23");
        assertThat(US.nthWorkingDayAfter(monday, 5)).isEqualTo("2026-10-26");
        assertThat(calendars.china().lastDayOfWork(monday, 1)).isEqualTo(monday);
        assertThat(calendars.china().nthWorkingDayAfter(monday, 1)).isEqualTo("2026-10-20");
    }

    /** Arrive by October 19, the last day of the buffer: back over the sea to the first working day in China. */
    @Test
    void theWorkedSeasonOf2026StartsItsApprovalOnJulySixth() {
        LocalDate buffer = LocalDate.of(2026, 10, 19).minusDays(4);
        LocalDate delivery = firstDayOfWork(US, buffer, 7);
        LocalDate laden = delivery.minusDays(5).minusDays(20);
        LocalDate origin = firstDayOfWork(calendars.china(), laden.minusDays(3), 4);
        LocalDate inspection = firstDayOfWork(calendars.china(), origin, 5);
        LocalDate production = firstDayOfWork(calendars.china(), inspection, 25);
        LocalDate order = firstDayOfWork(calendars.china(), production, 3);
        LocalDate quotes = firstDayOfWork(calendars.china(), order, 5);
        assertThat(firstDayOfWork(calendars.china(), quotes, 3)).isEqualTo("2026-07-06");
    }

    @Test
    void springFestivalCostsAWeekAndOneSaturdayGivesADayBack() {
        // Counted Monday to Friday only, this would be 2026-02-20.
        assertThat(calendars.china().lastDayOfWork(LocalDate.of(2026, 2, 9), 10))
                .isEqualTo("2026-02-27");
        assertThat(calendars.china().nthWorkingDayAfter(LocalDate.of(2026, 2, 9), 10))
                .isEqualTo("2026-02-28");
    }

    @Test
    void nationalDayStopsTheWorkOfAWeek() {
        assertThat(calendars.china().lastDayOfWork(LocalDate.of(2026, 9, 28), 5))
                .isEqualTo("2026-10-09");
        assertThat(calendars.china().nthWorkingDayAfter(LocalDate.of(2026, 9, 28), 5))
                .isEqualTo("2026-10-10");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, false", "2026-01-02, false", "2026-01-04, true", "2026-02-14, true", "2026-02-16, false",
        "2026-02-23, false", "2026-02-24, true", "2026-02-28, true", "2026-04-06, false", "2026-05-05, false",
        "2026-05-09, true", "2026-06-19, false", "2026-09-20, true", "2026-09-25, false", "2026-10-07, false",
        "2026-10-10, true", "2026-10-11, false", "2026-11-26, true",
    })
    void chinaWorksByTheNoticeOf2026(LocalDate date, boolean worked) {
        assertThat(calendars.china().isWorkingDay(date)).isEqualTo(worked);
    }

    @Test
    void theNoticeOf2026MovesTheDaysItNamesAndNoOther() {
        List<LocalDate> off = Stream.of(
                        "01-01/01-03",
                        "02-15/02-23",
                        "04-04/04-06",
                        "05-01/05-05",
                        "06-19/06-21",
                        "09-25/09-27",
                        "10-01/10-07")
                .map(days -> days.split("/"))
                .flatMap(days -> LocalDate.parse("2026-" + days[0])
                        .datesUntil(LocalDate.parse("2026-" + days[1]).plusDays(1)))
                .toList();

        assertThat(specialDays(calendars.china(), 2026, CalendarDay.Kind.HOLIDAY))
                .extracting(CalendarDay::date)
                .hasSize(33)
                .isEqualTo(off);
        assertThat(specialDays(calendars.china(), 2026, CalendarDay.Kind.MAKEUP_WORKDAY))
                .extracting(day -> day.date().toString().substring(5))
                .containsExactly("01-04", "02-14", "02-28", "05-09", "09-20", "10-10");
    }

    @ParameterizedTest
    @CsvSource({"2027-02-06, 春节", "2027-09-15, 中秋节", "2028-01-26, 春节", "2028-10-03, 国庆节/中秋节"})
    void festivalsOfTheMoonAreExpectedWhereTheMoonPutsThem(LocalDate date, String festival) {
        assertThat(calendars.china().specialDay(date)).hasValueSatisfying(day -> {
            assertThat(day.nameZh()).isEqualTo(festival);
            assertThat(day.status()).isEqualTo(PROVISIONAL);
        });
    }

    @Test
    void daysWorkedInExchangeFallOnWeekendsOnly() {
        for (int year = 2025; year <= 2031; year++) {
            assertThat(specialDays(calendars.china(), year, CalendarDay.Kind.MAKEUP_WORKDAY))
                    .allMatch(day -> day.date().getDayOfWeek().getValue() > 5);
        }
    }

    @Test
    void aYearWithoutANoticeIsProvisionalAndSaysWhereItsDaysComeFrom() {
        assertThat(calendars.china().statusOf(2025)).isEqualTo(CONFIRMED);
        assertThat(calendars.china().statusOf(2026)).isEqualTo(CONFIRMED);
        assertThat(calendars.china().statusOf(2027)).isEqualTo(PROVISIONAL);
        assertThat(US.statusOf(2027)).isEqualTo(CONFIRMED);
        assertThat(calendars.china().specialDay(LocalDate.of(2027, 2, 6))).hasValueSatisfying(day -> {
            assertThat(day.nameZh()).isEqualTo("春节");
            assertThat(day.status()).isEqualTo(PROVISIONAL);
        });
        assertThat(calendars.china().specialDay(LocalDate.of(2026, 2, 17)))
                .hasValueSatisfying(day -> assertThat(day.source()).contains("gov.cn"));
    }

    @Test
    void aYearItDoesNotKnowIsRefused() {
        LocalDate tooLate = LocalDate.of(2032, 1, 1);

        assertThat(calendars.china().covers(tooLate)).isFalse();
        assertThatThrownBy(() -> calendars.china().isWorkingDay(tooLate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025 to 2031");
        assertThatThrownBy(() -> calendars.china().nthWorkingDayAfter(LocalDate.of(2031, 12, 30), 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lawsDoNotCountTheDayItself() {
        // Entry summary: ten working days after entry. Columbus Day lies between.
        assertThat(US.nthWorkingDayAfter(LocalDate.of(2026, 10, 5), 10)).isEqualTo("2026-10-20");
        // Friday plus one is Monday; zero is the day itself, or the next that is worked.
        assertThat(US.nthWorkingDayAfter(LocalDate.of(2026, 10, 2), 1)).isEqualTo("2026-10-05");
        assertThat(US.nthWorkingDayAfter(LocalDate.of(2026, 10, 2), 0)).isEqualTo("2026-10-02");
        assertThat(US.nthWorkingDayAfter(LocalDate.of(2026, 10, 3), 0)).isEqualTo("2026-10-05");
        assertThat(US.nthWorkingDayAfter(LocalDate.of(2026, 10, 4), 1)).isEqualTo("2026-10-05");
    }

    @Test
    void countingBackUndoesCountingForwardBetweenWorkingDays() {
        LocalDate start = LocalDate.of(2026, 1, 5);
        IntStream.rangeClosed(1, 200).forEach(days -> {
            LocalDate end = calendars.china().nthWorkingDayAfter(start, days);
            assertThat(calendars.china().isWorkingDay(end)).isTrue();
            assertThat(calendars.china().nthWorkingDayAfter(end, -days)).isEqualTo(start);
        });
    }

    /** A second implementation: all worked days of twenty years in a row, and counting is moving along it. */
    @Test
    void twentyYearsAgreeWithAWalkAlongTheWorkedDays() {
        List<LocalDate> worked = LocalDate.of(2022, 1, 1)
                .datesUntil(LocalDate.of(2042, 1, 1))
                .filter(US::isWorkingDay)
                .toList();
        for (int at = 30; at < worked.size() - 31; at++) {
            LocalDate day = worked.get(at);
            for (int days : new int[] {1, 2, 5, 10, 15, 30}) {
                assertThat(US.nthWorkingDayAfter(day, days)).isEqualTo(worked.get(at + days));
                assertThat(US.nthWorkingDayAfter(day, -days)).isEqualTo(worked.get(at - days));
                assertThat(US.lastDayOfWork(day, days)).isEqualTo(worked.get(at + days - 1));
            }
            for (LocalDate off = day.plusDays(1); off.isBefore(worked.get(at + 1)); off = off.plusDays(1)) {
                assertThat(US.isWorkingDay(off)).isFalse();
                assertThat(US.nthWorkingDayAfter(off, 1)).isEqualTo(worked.get(at + 1));
                assertThat(US.lastDayOfWork(off, 3)).isEqualTo(worked.get(at + 3));
                assertThat(US.nthWorkingDayAfter(off, -1)).isEqualTo(day);
            }
        }
    }

    @Test
    void workTakesAtLeastADay() {
        assertThatThrownBy(() -> calendars.china().lastDayOfWork(LocalDate.of(2026, 2, 9), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(calendars.china().lastDayOfWork(LocalDate.of(2026, 2, 15), 1))
                .isEqualTo("2026-02-24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOLIDAY,2026-01-01,2026-01-01,元旦,New Year",
                "HOLIDAY,2027-12-31,2028-01-01,元旦,New Year",
                "HOLIDAY,2027-01-03,2027-01-01,元旦,New Year",
                "HOLIDAY,2027-01-02,2027-01-03,元旦,New Year",
                "MAKEUP_WORKDAY,2027-02-05,2027-02-05,春节,Spring Festival",
                "FEAST,2027-02-06,2027-02-06,春节,Spring Festival",
                "HOLIDAY,2027-02-06,2027-02-06,春节",
                "HOLIDAY,2027-02-06,2027-02-06,,Spring Festival",
                "HOLIDAY,2027-02-30,2027-02-30,春节,Spring Festival",
                "nonsense"
            })
    void aLineThatSaysNothingThatCouldBeMeantIsRefusedByItsNumber(String line) {
        assertThatThrownBy(() -> HolidayNotice.parse(
                        2027, "HOLIDAY,2027-01-01,2027-01-02,元旦,New Year\n\n" + line, PROVISIONAL, "notice"))
                .isInstanceOfSatisfying(
                        HolidayNotice.WrongLine.class,
                        wrong -> assertThat(wrong.number()).isEqualTo(3));
    }

    /** The day on which work of so many days must begin that is over when the next step begins. */
    private static LocalDate firstDayOfWork(WorkingCalendar calendar, LocalDate nextStep, int workingDays) {
        LocalDate day = nextStep;
        while (calendar.covers(day)) {
            day = day.minusDays(1);
            if (calendar.isWorkingDay(day)
                    && calendar.lastDayOfWork(day, workingDays).isBefore(nextStep)) {
                return day;
            }
        }
        throw new AssertionError("not in this calendar");
    }

    private static List<CalendarDay> specialDays(WorkingCalendar calendar, int year, CalendarDay.Kind kind) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .flatMap(date -> calendar.specialDay(date).stream())
                .filter(day -> day.kind() == kind)
                .toList();
    }
}
