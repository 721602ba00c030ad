package com.lianxing.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time of this machine, whatever the application's clock is moved to; only for comparing clocks. */
public final class SystemClock implements Clock {

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
