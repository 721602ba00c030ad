package com.lianxing.launch;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.reference.ReferenceValues;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** What the channels ask and until when buyers may send things back: values of the year, none of them ours to choose. */
@Service
public class LaunchTerms {

    /** The channel's own clock, by which its event begins. */
    public static final ZoneId AMAZON = ZoneId.of("America/Los_Angeles");

    private static final String SCOPE = "US";

    private final ReferenceValues references;

    LaunchTerms(ReferenceValues references) {
        this.references = references;
    }

    /** By how many percent of the reference price a deal has to be cheaper at least. */
    public int leastDiscount(DealType type, LocalDate on) {
        return number("launch.discount." + type, on);
    }

    /** After how many minutes figures of the running event count as stale. */
    public int staleMinutes(LocalDate on) {
        return number("launch.staleAfter", on);
    }

    /** How many days before the event stock should be sellable. */
    public int stockBufferDays(LocalDate on) {
        return number("launch.stockBuffer", on);
    }

    /** The last moment at which buyers of an event may send something back, by the channel's clock. */
    public Deadline returnsUntil(LocalDate eventEnd) {
        String value = Objects.requireNonNull(references
                .find("launch.returnsUntil", SCOPE, eventEnd)
                .orElseThrow(() -> missing("launch.returnsUntil", eventEnd))
                .textValue());
        LocalDate until = MonthDay.parse("--" + value).atYear(eventEnd.getYear());
        return Deadline.endOf(until.isAfter(eventEnd) ? until : until.plusYears(1), AMAZON, DeadlineKind.PLATFORM);
    }

    /** The last moment at which a claim of a buyer can arrive, so many days after the last return. */
    public Deadline claimsUntil(LocalDate eventEnd) {
        LocalDate returned = returnsUntil(eventEnd).local().toLocalDate();
        return Deadline.endOf(returned.plusDays(number("launch.claimDays", eventEnd)), AMAZON, DeadlineKind.PLATFORM);
    }

    /** How many days before Black Friday a date of the event lay last year; below zero for after it. */
    public int daysBefore(String date, LocalDate on) {
        return number("launch.daysBefore." + date, on);
    }

    private int number(String key, LocalDate on) {
        return references
                .find(key, SCOPE, on)
                .orElseThrow(() -> missing(key, on))
                .number()
                .intValueExact();
    }

    private static IllegalStateException missing(String key, LocalDate on) {
        return new IllegalStateException("no reference value " + key + " for " + on);
    }
}
