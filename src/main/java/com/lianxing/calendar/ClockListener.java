package com.lianxing.calendar;

import java.time.Instant;

/** Told whenever a {@link MovableClock} is moved, so that another clock (the engine's) can move with it. */
public interface ClockListener {

    /** From here on it is this instant, and time stands still. */
    void stoppedAt(Instant instant);

    /** From here on the time is the system's again. */
    void released();
}
