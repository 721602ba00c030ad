package com.lianxing.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code calendar/china.csv}, whose head says what stands in it and who changes it. */
final class ChinaDays {

    private static final String RESOURCE = "/calendar/china.csv";

    private ChinaDays() {}

    static List<CalendarDay> all() {
        try (InputStream in = ChinaDays.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + RESOURCE);
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<CalendarDay> parse(List<String> lines) {
        List<CalendarDay> days = new ArrayList<>();
        YearHead head = null;
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split(",", -1));
            if (cells.get(0).equals("year")) {
                head = new YearHead(
                        Integer.parseInt(cells.get(1)), CalendarDay.Status.valueOf(cells.get(2)), cells.get(3));
            } else {
                days.addAll(days(head, cells));
            }
        }
        return days;
    }

    private static List<CalendarDay> days(@Nullable YearHead head, List<String> cells) {
        LocalDate first = LocalDate.parse(cells.get(1));
        LocalDate last = LocalDate.parse(cells.get(2));
        if (head == null || last.isBefore(first) || first.getYear() != head.year || last.getYear() != head.year) {
            throw new IllegalArgumentException("these days are not of the year they stand under: " + cells);
        }
        CalendarDay.Kind kind = CalendarDay.Kind.valueOf(cells.get(0));
        return first.datesUntil(last.plusDays(1))
                .map(date -> new CalendarDay(date, kind, cells.get(3), cells.get(4), head.status, head.source))
                .toList();
    }

    private record YearHead(int year, CalendarDay.Status status, String source) {}
}
