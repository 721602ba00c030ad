package com.lianxing.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A clock that can be stopped and moved, for the demo company and for tests ({@code lianxing.clock=movable}).
 * It follows the system until it is moved, then stands still until moved again or released.
 *
 * <p>There is one time for the whole application: whoever moves it moves it for everybody, listeners included.
 */
public final class MovableClock implements Clock {

    private final Clock system = new SystemClock();
    private final AtomicReference<@Nullable Instant> stoppedAt = new AtomicReference<>();
    private final Iterable<? extends ClockListener> listeners;

    /** @param listeners asked for at each move, so they may be created after the clock */
    public MovableClock(Iterable<? extends ClockListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public Instant now() {
        Instant stopped = stoppedAt.get();
        return stopped == null ? system.now() : stopped;
    }

    /** Sets the time, back or forth, and stops it there. */
    public synchronized void moveTo(Instant instant) {
        Instant whole = instant.truncatedTo(ChronoUnit.MICROS);
        stoppedAt.set(whole);
        listeners.forEach(listener -> listener.stoppedAt(whole));
    }

    /** Moves from what it shows now, by a negative duration back, and stops there. */
    public synchronized void moveBy(Duration duration) {
        moveTo(now().plus(duration));
    }

    /** Follows the system again. */
    public synchronized void release() {
        stoppedAt.set(null);
        listeners.forEach(ClockListener::released);
    }
}
