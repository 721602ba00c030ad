package com.lianxing.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All eleven holidays of 5 U.S.C. 6103 of twelve years, on the days they are observed, written out. */
class UsFederalHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "2024, 01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
        "2025, 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
        "2026, 01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
        "2027, 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24",
        "2028, 2027-12-31 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
        "2029, 01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25",
        "2030, 01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
        "2031, 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
        "2032, 01-01 01-19 02-16 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24",
        "2033, 2032-12-31 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
        "2034, 01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
        "2035, 01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25",
    })
    void theElevenHolidaysOfAYear(int year, String observed) {
        List<LocalDate> expected = Stream.of(observed.split(" "))
                .map(day -> LocalDate.parse(day.length() == 5 ? year + "-" + day : day))
                .toList();

        assertThat(UsFederalHolidays.between(year, year))
                .extracting(CalendarDay::date)
                .containsExactlyElementsOf(expected)
                .noneMatch(WorkingCalendar.usFederal()::isWorkingDay);
    }

    @Test
    void noOtherWeekdayIsAHoliday() {
        // 2024 to 2035 have twelve times eleven; New Year 2036 falls on a Tuesday.
        long weekdaysOff = LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2036, 1, 1))
                .filter(date -> date.getDayOfWeek().getValue() <= 5)
                .filter(date -> !WorkingCalendar.usFederal().isWorkingDay(date))
                .count();

        assertThat(weekdaysOff).isEqualTo(12 * 11);
    }

    @Test
    void columbusDayIsAHolidayAndTheDayAfterThanksgivingIsNone() {
        assertThat(WorkingCalendar.usFederal().specialDay(LocalDate.of(2026, 10, 12)))
                .hasValueSatisfying(day -> assertThat(day.nameEn()).isEqualTo("Columbus Day"));
        assertThat(WorkingCalendar.usFederal().isWorkingDay(LocalDate.of(2026, 11, 27)))
                .isTrue();
    }

    @Test
    void newYearOf2028IsObservedInTheYearBefore() {
        assertThat(WorkingCalendar.usFederal().isWorkingDay(LocalDate.of(2027, 12, 31)))
                .isFalse();
    }
}
