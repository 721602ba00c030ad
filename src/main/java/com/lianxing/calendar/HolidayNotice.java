package com.lianxing.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The days of one year as a government announces them, a line each: {@code HOLIDAY} or {@code MAKEUP_WORKDAY}, first day,
 * last day, Chinese name, English name; for example {@code HOLIDAY,2026-10-01,2026-10-07,国庆节,National Day}.
 */
public final class HolidayNotice {

    private static final int CELLS = 5;
    private static final int LONGEST_NAME = 80;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1," + LONGEST_NAME + "}");

    private HolidayNotice() {}

    /** A line that cannot be read, or whose days do not belong there. */
    public static final class WrongLine extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final int number;

        WrongLine(int number, String line) {
            super("line %d: %s".formatted(number, line));
            this.number = number;
        }

        /** Counted from 1. */
        public int number() {
            return number;
        }
    }

    /**
     * Reads it whole.
     *
     * @throws WrongLine of the first line that has no such five parts, names a day of another year or one that was named
     *     before, or has people work in exchange on a day that is no weekend
     */
    public static List<CalendarDay> parse(int year, String text, CalendarDay.Status status, String source) {
        List<CalendarDay> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty()) {
                continue;
            }
            List<CalendarDay> read = days(line, year, status, source);
            if (read.isEmpty() || !read.stream().allMatch(day -> seen.add(day.date()))) {
                throw new WrongLine(i + 1, line);
            }
            days.addAll(read);
        }
        return days;
    }

    /** Empty if the line says nothing that could be meant. */
    private static List<CalendarDay> days(String line, int year, CalendarDay.Status status, String source) {
        List<String> cells =
                List.of(line.split(",", -1)).stream().map(String::strip).toList();
        try {
            CalendarDay.Kind kind = CalendarDay.Kind.valueOf(cells.get(0));
            LocalDate first = LocalDate.parse(cells.get(1));
            LocalDate last = LocalDate.parse(cells.get(2));
            boolean named = cells.size() == CELLS
                    && NAME.matcher(cells.get(3)).matches()
                    && NAME.matcher(cells.get(4)).matches();
            if (!named || first.getYear() != year || last.getYear() != year || last.isBefore(first)) {
                return List.of();
            }
            List<CalendarDay> days = first.datesUntil(last.plusDays(1))
                    .map(date -> new CalendarDay(date, kind, cells.get(3), cells.get(4), status, source))
                    .toList();
            boolean fits = kind == CalendarDay.Kind.HOLIDAY || days.stream().allMatch(HolidayNotice::isOnWeekend);
            return fits ? days : List.of();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
            return List.of();
        }
    }

    private static boolean isOnWeekend(CalendarDay day) {
        return day.date().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
