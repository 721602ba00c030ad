package com.lianxing.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource({
        // 23:59 in Los Angeles before and after the end of summer time on 2026-11-01.
        "2026-10-28T23:59, America/Los_Angeles, 2026-10-29T06:59:00Z",
        "2026-11-02T23:59, America/Los_Angeles, 2026-11-03T07:59:00Z",
        // The gap: 02:30 does not exist and becomes 03:30 summer time.
        "2027-03-14T02:30, America/Los_Angeles, 2027-03-14T10:30:00Z",
        "2027-03-14T03:00, America/Los_Angeles, 2027-03-14T10:00:00Z",
        // The overlap: 01:30 occurs at 08:30Z and again at 09:30Z; until then means until the second.
        "2026-11-01T01:30, America/Los_Angeles, 2026-11-01T09:30:00Z",
        "2026-11-01T00:59, America/Los_Angeles, 2026-11-01T07:59:00Z",
        "2026-11-01T02:00, America/Los_Angeles, 2026-11-01T10:00:00Z",
        "2026-11-01T01:30, Asia/Shanghai,       2026-10-31T17:30:00Z",
        "2026-11-01T01:30, UTC,                 2026-11-01T01:30:00Z",
    })
    void aStatedLocalTimeIsOneInstant(LocalDateTime local, ZoneId zone, Instant instant) {
        assertThat(new Deadline(local, zone, DeadlineKind.PLATFORM).instant()).isEqualTo(instant);
    }

    /**
     * 15 U.S.C. 260a: from 2:00 on the second Sunday of March to 2:00 on the first Sunday of November clocks are an hour ahead.
     * Offsets are counted by hand here; China has kept its clocks since 1991.
     */
    @ParameterizedTest
    @CsvSource({"America/Los_Angeles, 8", "America/New_York, 5"})
    void eachChangeOfTheClocksFor12YearsLosesAndRepeatsOneHour(ZoneId zone, int hoursBehind) {
        for (int year = 2024; year <= 2035; year++) {
            LocalDate spring = LocalDate.of(year, 3, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY));
            LocalDate autumn = LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(1, DayOfWeek.SUNDAY));

            assertStands(spring.atTime(1, 59), zone, hoursBehind);
            assertStands(
                    spring.atTime(2, 30), zone, hoursBehind); // There is no such time: an hour later on the new clock.
            assertStands(spring.atTime(3, 0), zone, hoursBehind - 1);
            assertStands(autumn.atTime(0, 59), zone, hoursBehind - 1);
            assertStands(autumn.atTime(1, 30), zone, hoursBehind); // It comes twice: the second one is meant.
            assertStands(autumn.atTime(2, 0), zone, hoursBehind);
            assertStands(autumn.minusDays(1).atTime(23, 59), zone, hoursBehind - 1);
            assertStands(autumn.atTime(23, 59), zone, hoursBehind);
            assertStands(spring.atTime(2, 30), ZoneId.of("Asia/Shanghai"), -8);
            assertStands(autumn.atTime(1, 30), ZoneId.of("Asia/Shanghai"), -8);
        }
    }

    private static void assertStands(LocalDateTime local, ZoneId zone, int hoursBehind) {
        assertThat(new Deadline(local, zone, DeadlineKind.PLATFORM).instant())
                .as("%s %s", local, zone)
                .isEqualTo(local.toInstant(ZoneOffset.UTC).plus(hoursBehind, ChronoUnit.HOURS));
    }

    @Test
    void aDateAloneEndsInItsLastMinuteInTheStatedZone() {
        Deadline returnsWindow = Deadline.endOf(LocalDate.of(2027, 1, 31), LOS_ANGELES, DeadlineKind.PLATFORM);

        assertThat(returnsWindow.local()).isEqualTo(LocalDateTime.of(2027, 1, 31, 23, 59));
        assertThat(returnsWindow.instant()).isEqualTo(Instant.parse("2027-02-01T07:59:00Z"));
    }

    @Test
    void theStatedMomentItselfIsInTime() {
        Deadline deadline = new Deadline(LocalDateTime.of(2026, 10, 28, 23, 59), LOS_ANGELES, DeadlineKind.LEGAL);

        assertThat(deadline.isPast(Instant.parse("2026-10-29T06:59:00Z"))).isFalse();
        assertThat(deadline.isPast(Instant.parse("2026-10-29T06:59:00.000001Z")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+08:00", "Z", "GMT+8", "UTC+08:00"})
    void anOffsetIsNoZone(String zone) {
        assertThatThrownBy(() -> new Deadline(LocalDateTime.of(2026, 1, 1, 0, 0), ZoneId.of(zone), DeadlineKind.LEGAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("region");
    }
}
