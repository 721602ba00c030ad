package com.lianxing.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which days are worked somewhere: all but the weekend and the holidays, plus the weekend days worked in exchange.
 *
 * <p>It answers only for the years it knows, and throws {@link IllegalArgumentException} outside them: a date computed
 * as if there were no holidays would look right and be wrong.
 */
public final class WorkingCalendar {

    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    // Juneteenth is a holiday since June 2021. The years beyond the last observed one are needed for its New Year's
    // Eve.
    private static final WorkingCalendar US_FEDERAL =
            new WorkingCalendar("US federal", SATURDAY_AND_SUNDAY, UsFederalHolidays.between(2022, 2061), 2022, 2060);

    private final String name;
    private final Set<DayOfWeek> weekend;
    private final Map<LocalDate, CalendarDay> days;
    private final int firstYear;
    private final int lastYear;

    private WorkingCalendar(
            String name, Set<DayOfWeek> weekend, Collection<CalendarDay> days, int firstYear, int lastYear) {
        this.name = name;
        this.weekend = Set.copyOf(weekend);
        this.days = days.stream().collect(Collectors.toUnmodifiableMap(CalendarDay::date, Function.identity()));
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /**
     * Working days of federal agencies: Customs' ten days for the entry summary, the FDA's business days. Port
     * terminals, carriers, appointment desks and banks keep calendars of their own.
     */
    public static WorkingCalendar usFederal() {
        return US_FEDERAL;
    }

    /** Saturday and Sunday are free but for these days; the years it knows are those of the days. */
    static WorkingCalendar of(String name, Collection<CalendarDay> days) {
        var years = days.stream().mapToInt(day -> day.date().getYear()).summaryStatistics();
        return new WorkingCalendar(name, SATURDAY_AND_SUNDAY, days, years.getMin(), years.getMax());
    }

    public String name() {
        return name;
    }

    /** Whether the calendar has an answer for this date. */
    public boolean covers(LocalDate date) {
        return date.getYear() >= firstYear && date.getYear() <= lastYear;
    }

    public boolean isWorkingDay(LocalDate date) {
        return specialDay(date)
                .map(day -> day.kind() == CalendarDay.Kind.MAKEUP_WORKDAY)
                .orElse(!weekend.contains(date.getDayOfWeek()));
    }

    /** The holiday, or the exchanged weekend day, that this date is. */
    public Optional<CalendarDay> specialDay(LocalDate date) {
        if (!covers(date)) {
            throw new IllegalArgumentException(
                    "the calendar %s knows the years %d to %d, but not %s".formatted(name, firstYear, lastYear, date));
        }
        return Optional.ofNullable(days.get(date));
    }

    /** Whether a year is announced. Dates that cross a provisional one are shown as such. */
    public CalendarDay.Status statusOf(int year) {
        specialDay(LocalDate.of(year, 1, 1));
        boolean provisional = days.values().stream()
                .anyMatch(day -> day.date().getYear() == year && day.status() == CalendarDay.Status.PROVISIONAL);
        return provisional ? CalendarDay.Status.PROVISIONAL : CalendarDay.Status.CONFIRMED;
    }

    /**
     * The n-th working day after a date, which itself is <em>not</em> counted: how laws and approval times count. Entry
     * on Monday and ten working days end on the Monday two weeks later. Negative counts back; zero is the date itself
     * if it is worked, else the next working day. How long work takes is {@link #lastDayOfWork}, a day shorter.
     */
    public LocalDate nthWorkingDayAfter(LocalDate date, int workingDays) {
        int step = workingDays < 0 ? -1 : 1;
        LocalDate day = date;
        int left = Math.absExact(workingDays);
        while (left > 0 || !isWorkingDay(day)) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left = Math.max(0, left - 1);
            }
        }
        return day;
    }

    /**
     * The last day of work that takes so many working days and begins on a date, which <em>is</em> counted: how
     * durations count. Ten working days that begin on a Monday end on the Friday of the next week. Until when a law or
     * an approval gives time is {@link #nthWorkingDayAfter}, a day longer.
     *
     * @param workingDays at least one
     */
    public LocalDate lastDayOfWork(LocalDate firstDay, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("work takes at least one day, not " + workingDays);
        }
        return nthWorkingDayAfter(firstDay.minusDays(1), workingDays);
    }

    @Override
    public String toString() {
        return name;
    }
}
