package com.lianxing.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjuster;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The eleven legal public holidays of 5 U.S.C. 6103(a), on the days they are observed: one that falls on a Saturday on
 * the Friday before, on a Sunday on the Monday after. Inauguration Day, a holiday of the Washington area only, is left
 * out, and so is the day after Thanksgiving, which is none.
 */
enum UsFederalHolidays {
    NEW_YEAR("元旦", "New Year's Day", MonthDay.of(1, 1)),
    MARTIN_LUTHER_KING("马丁·路德·金纪念日", "Birthday of Martin Luther King, Jr.", Month.JANUARY, dayOfWeekInMonth(3, MONDAY)),
    WASHINGTON("华盛顿诞辰日", "Washington's Birthday", Month.FEBRUARY, dayOfWeekInMonth(3, MONDAY)),
    MEMORIAL("阵亡将士纪念日", "Memorial Day", Month.MAY, lastInMonth(MONDAY)),
    JUNETEENTH("六月节", "Juneteenth National Independence Day", MonthDay.of(6, 19)),
    INDEPENDENCE("独立日", "Independence Day", MonthDay.of(7, 4)),
    LABOR("劳工节", "Labor Day", Month.SEPTEMBER, dayOfWeekInMonth(1, MONDAY)),
    COLUMBUS("哥伦布日", "Columbus Day", Month.OCTOBER, dayOfWeekInMonth(2, MONDAY)),
    VETERANS("退伍军人节", "Veterans Day", MonthDay.of(11, 11)),
    THANKSGIVING("感恩节", "Thanksgiving Day", Month.NOVEMBER, dayOfWeekInMonth(4, THURSDAY)),
    CHRISTMAS("圣诞节", "Christmas Day", MonthDay.of(12, 25));

    private static final String SOURCE = "5 U.S.C. 6103";

    private final String nameZh;
    private final String nameEn;
    private final IntFunction<LocalDate> inYear;

    UsFederalHolidays(String nameZh, String nameEn, MonthDay fixed) {
        this(nameZh, nameEn, fixed::atYear);
    }

    UsFederalHolidays(String nameZh, String nameEn, Month month, TemporalAdjuster weekday) {
        this(nameZh, nameEn, year -> LocalDate.of(year, month, 1).with(weekday));
    }

    UsFederalHolidays(String nameZh, String nameEn, IntFunction<LocalDate> inYear) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.inYear = inYear;
    }

    /** All of these years, by the year of the holiday itself: that of 2028-01-01 is observed on 2027-12-31. */
    static List<CalendarDay> between(int firstYear, int lastYear) {
        return IntStream.rangeClosed(firstYear, lastYear)
                .boxed()
                .flatMap(year -> List.of(values()).stream().map(holiday -> holiday.observed(year)))
                .toList();
    }

    private CalendarDay observed(int year) {
        LocalDate date = inYear.apply(year);
        LocalDate observed = switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
        return new CalendarDay(
                observed, CalendarDay.Kind.HOLIDAY, nameZh, nameEn, CalendarDay.Status.CONFIRMED, SOURCE);
    }
}
