package com.lianxing.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
