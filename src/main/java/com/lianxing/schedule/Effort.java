package com.lianxing.schedule;

import java.time.Duration;

/**
 * How long a step takes, as three guesses.
 *
 * @param optimistic if all goes well
 * @param likely what is planned with
 * @param p80 in four of five cases it is not longer
 */
public record Effort(int optimistic, int likely, int p80, Unit unit) {

    /** Takes no time: a decision table, a gateway, a note. */
    public static final Effort NONE = new Effort(0, 0, 0, Unit.HOUR);

    /** What a length is counted in. */
    public enum Unit {
        /** Whole days on which somebody works, from nine to six. */
        WORKING_DAY,
        /** Whole days, from midnight to midnight: ships sail on Sundays. */
        CALENDAR_DAY,
        HOUR
    }

    public Effort {
        if (optimistic < 0 || likely < optimistic || p80 < likely) {
            throw new IllegalArgumentException("not in order: %d, %d, %d".formatted(optimistic, likely, p80));
        }
    }

    /** @param p80 nobody guessed more than one figure */
    public static Effort of(int likely, Unit unit) {
        return new Effort(likely, likely, likely, unit);
    }

    /** So many times one after the other. */
    public Effort times(int rounds) {
        return new Effort(optimistic * rounds, likely * rounds, p80 * rounds, unit);
    }

    /** The same three figures, in its unit. */
    public Guess guess() {
        return new Guess(optimistic, likely, p80);
    }

    /** By how much it may take longer; a working day takes a day. */
    Duration risk() {
        int more = p80 - likely;
        return unit == Unit.HOUR ? Duration.ofHours(more) : Duration.ofDays(more);
    }
}
