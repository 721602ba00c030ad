package com.lianxing.certification;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the FDA has had a filing: the days in which it waits for the applicant do not count. Source: domain.md 2.1,
 * B13.
 *
 * @param paused how long it has waited for answers that have come
 */
public record ReviewClock(Instant startedAt, Duration paused) {

    /** Until when a goal of so many FDA days runs, if it waits for nothing more. */
    public Instant goalAt(int days) {
        return startedAt.plus(paused).plus(Duration.ofDays(days));
    }

    /** Goes on after a wait. */
    public ReviewClock resumed(Instant heldAt, Instant answeredAt) {
        if (answeredAt.isBefore(heldAt)) {
            throw new IllegalArgumentException(
                    "answered at %s before it was asked at %s".formatted(answeredAt, heldAt));
        }
        return new ReviewClock(startedAt, paused.plus(Duration.between(heldAt, answeredAt)));
    }
}
