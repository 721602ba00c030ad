package com.lianxing.reference;

import com.lianxing.calendar.AnnouncedDays;
import com.lianxing.calendar.CalendarDay;
import com.lianxing.calendar.HolidayNotice;
import com.lianxing.calendar.WorkingCalendars;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The days of mainland China, a reference value per year: entered from the yearly notice of the State Council General
 * Office by one person, and counted from when a second one has confirmed it (domain.md 6.2).
 */
@Service
public class ChineseCalendar implements AnnouncedDays {

    /** Its scope is the year, its text what {@link HolidayNotice} reads. */
    public static final String KEY = "calendar.china";

    private final ReferenceValues values;
    private final WorkingCalendars calendars;

    ChineseCalendar(ReferenceValues values, WorkingCalendars calendars) {
        this.values = values;
        this.calendars = calendars;
    }

    @Override
    public List<CalendarDay> china() {
        return values.newest(KEY).stream()
                .flatMap(year -> HolidayNotice.parse(
                        Integer.parseInt(year.scope()),
                        Objects.requireNonNull(year.textValue()),
                        CalendarDay.Status.valueOf(year.status().name()),
                        year.sourceUrl())
                        .stream())
                .toList();
    }

    /** Whether it says anything, of a year that is known or that follows one: a year left out would look like one without holidays. */
    public boolean mayTake(int year, String days) {
        return !days.isBlank() && (of(year).isPresent() || of(year - 1).isPresent());
    }

    /** What counts of a year. */
    public Optional<ReferenceValue> of(int year) {
        return values.find(KEY, String.valueOf(year), LocalDate.of(year, 1, 1));
    }

    /**
     * Takes in the notice for a year; it takes over from what was entered for it before.
     *
     * @throws HolidayNotice.WrongLine if a line says nothing that could be meant
     * @throws IllegalArgumentException if {@link #mayTake} says no, or it names no source
     */
    @Transactional
    public EntryResult enter(int year, String days, String source, String by) {
        if (!mayTake(year, days)) {
            throw new IllegalArgumentException("no notice for " + year);
        }
        HolidayNotice.parse(year, days, CalendarDay.Status.PROVISIONAL, source);
        String scope = String.valueOf(year);
        NewReferenceValue value = new NewReferenceValue(
                KEY,
                scope,
                null,
                days.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")),
                "days",
                null,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                source,
                null);
        List<ReferenceValue> before = values.history(KEY, scope);
        return values.enter(
                before.isEmpty()
                        ? value
                        : value.superseding(before.get(before.size() - 1).id()),
                by);
    }

    @TransactionalEventListener
    void changed(ReferenceChanged change) {
        if (change.key().equals(KEY)) {
            calendars.forget();
        }
    }
}
