package com.lianxing.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

final class SystemClock implements Clock {

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
