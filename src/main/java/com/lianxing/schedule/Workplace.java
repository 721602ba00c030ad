package com.lianxing.schedule;

import com.lianxing.calendar.CalendarDay;
import com.lianxing.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Where a step is worked on: by which clock, and on which days. Work goes from nine to six.
 *
 * <p>Beyond the years that the calendar knows, Monday to Friday are taken for worked; {@link #isCertain} says so.
 */
public record Workplace(String name, ZoneId zone, WorkingCalendar calendar) {

    static final LocalTime BEGINS = LocalTime.of(9, 0);
    static final LocalTime ENDS = LocalTime.of(18, 0);

    /** From when until when a step is worked on. */
    public record Span(Instant start, Instant finish) {}

    /** The latest span of this length that ends by then. */
    Span endingBy(Instant latest, int length, Effort.Unit unit) {
        if (length == 0) {
            return new Span(latest, latest);
        }
        return switch (unit) {
            case HOUR -> new Span(latest.minus(length, ChronoUnit.HOURS), latest);
            case CALENDAR_DAY -> {
                LocalDate after = latest.atZone(zone).toLocalDate();
                yield new Span(midnight(after.minusDays(length)), midnight(after));
            }
            case WORKING_DAY -> {
                LocalDate last = lastWorkedBy(latest);
                LocalDate first = last;
                for (int left = length - 1; left > 0; left--) {
                    first = workedBefore(first);
                }
                yield new Span(at(first, BEGINS), at(last, ENDS));
            }
        };
    }

    /** The earliest span of this length that begins then or later. */
    Span beginningAt(Instant earliest, int length, Effort.Unit unit) {
        if (length == 0) {
            return new Span(earliest, earliest);
        }
        return switch (unit) {
            case HOUR -> new Span(earliest, earliest.plus(length, ChronoUnit.HOURS));
            case CALENDAR_DAY -> {
                LocalDate first = earliest.atZone(zone).toLocalDate();
                if (midnight(first).isBefore(earliest)) {
                    first = first.plusDays(1);
                }
                yield new Span(midnight(first), midnight(first.plusDays(length)));
            }
            case WORKING_DAY -> {
                LocalDate first = firstWorkedFrom(earliest);
                LocalDate last = first;
                for (int left = length - 1; left > 0; left--) {
                    last = workedAfter(last);
                }
                yield new Span(at(first, BEGINS), at(last, ENDS));
            }
        };
    }

    /** As {@link #beginningAt}, but what is left of today counts as a day, as long as anything is left. */
    Span beginningNow(Instant now, int length, Effort.Unit unit) {
        if (unit == Effort.Unit.HOUR || length == 0) {
            return beginningAt(now, length, unit);
        }
        Span today = beginningAt(midnight(now.atZone(zone).toLocalDate()), 1, unit);
        return beginningAt(today.finish().isAfter(now) ? today.start() : now, length, unit);
    }

    /** Whether all days between the two are announced, so that nothing but a new notice moves them. */
    public boolean isCertain(Instant from, Instant to) {
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = to.atZone(zone).toLocalDate();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            LocalDate day = LocalDate.of(year, 1, 1);
            if (!calendar.covers(day) || calendar.statusOf(year) == CalendarDay.Status.PROVISIONAL) {
                return false;
            }
        }
        return true;
    }

    private LocalDate lastWorkedBy(Instant latest) {
        LocalDate day = latest.atZone(zone).toLocalDate();
        while (!isWorked(day) || at(day, ENDS).isAfter(latest)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private LocalDate firstWorkedFrom(Instant earliest) {
        LocalDate day = earliest.atZone(zone).toLocalDate();
        while (!isWorked(day) || at(day, BEGINS).isBefore(earliest)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private LocalDate workedBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isWorked(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private LocalDate workedAfter(LocalDate day) {
        LocalDate after = day.plusDays(1);
        while (!isWorked(after)) {
            after = after.plusDays(1);
        }
        return after;
    }

    private boolean isWorked(LocalDate day) {
        return calendar.covers(day)
                ? calendar.isWorkingDay(day)
                : day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
