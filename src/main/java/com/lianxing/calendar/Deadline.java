package com.lianxing.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A moment until which something must be done, kept as it was stated: what the clock on the wall shows, and where that
 * wall stands. The instant is derived, so a change of a zone's rules moves it.
 *
 * @param zone an IANA region such as {@code America/Los_Angeles}, or UTC. Offsets and abbreviations are refused:
 *     {@code +08:00} knows no summer time, and announcements write "PST" for dates in September
 */
public record Deadline(LocalDateTime local, ZoneId zone, DeadlineKind kind) {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    public Deadline {
        if (!zone.getId().contains("/") && !zone.getId().equals("UTC")) {
            throw new IllegalArgumentException("a deadline needs a zone by region, such as Asia/Shanghai, not " + zone);
        }
    }

    /** A date without a time: its last minute, 23:59, in the stated zone. */
    public static Deadline endOf(LocalDate date, ZoneId zone, DeadlineKind kind) {
        return new Deadline(date.atTime(LAST_MINUTE), zone, kind);
    }

    /**
     * When it is. A local time that a change to summer time skips is moved forward by the length of the gap (02:30
     * becomes 03:30); one that occurs twice when summer time ends is the second, as "until" includes both.
     */
    public Instant instant() {
        return zoned().toInstant();
    }

    /** Whether it is too late: the stated moment itself is still in time. */
    public boolean isPast(Instant now) {
        return now.isAfter(instant());
    }

    ZonedDateTime zoned() {
        return ZonedDateTime.of(local, zone).withLaterOffsetAtOverlap();
    }
}
