package com.lianxing.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private static final Instant DEPARTURE = Instant.parse("2026-11-01T16:30:00.123456789Z");

    private final List<String> told = new ArrayList<>();
    private final MovableClock clock = new MovableClock(List.of(new ClockListener() {
        @Override
        public void stoppedAt(Instant instant) {
            told.add(instant.toString());
        }

        @Override
        public void released() {
            told.add("released");
        }
    }));

    @Test
    void itStandsWhereItWasMovedAndTellsItsListeners() {
        clock.moveTo(DEPARTURE);
        clock.moveBy(Duration.ofHours(-1));

        assertThat(clock.now()).isEqualTo("2026-11-01T15:30:00.123456Z");
        assertThat(told).containsExactly("2026-11-01T16:30:00.123456Z", "2026-11-01T15:30:00.123456Z");
    }

    @Test
    void itFollowsTheSystemUntilMovedAndAfterItsRelease() {
        Clock system = new SystemClock();
        Instant before = system.now();
        assertThat(clock.now()).isBetween(before, system.now());

        clock.moveTo(DEPARTURE);
        clock.release();

        assertThat(clock.now()).isBetween(before, system.now());
        assertThat(told).last().isEqualTo("released");
    }

    @Test
    void aDateDependsOnTheZoneItIsAskedIn() {
        clock.moveTo(DEPARTURE);

        assertThat(clock.today(ZoneId.of("America/Los_Angeles"))).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(clock.today(ZoneId.of("Asia/Shanghai"))).isEqualTo(LocalDate.of(2026, 11, 2));
    }

    @Test
    void anInstantIsNoFinerThanTheDatabaseKeeps() {
        assertThat(new SystemClock().now().getNano() % 1_000).isZero();
    }
}
