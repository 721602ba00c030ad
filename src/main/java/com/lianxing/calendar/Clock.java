package com.lianxing.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one source of the current time. A date exists only in a zone, so there is no {@code today()} without one. */
public interface Clock {

    /** Now, in whole microseconds: what the database can keep, so that an instant reads back as it was written. */
    Instant now();

    default LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }
}
