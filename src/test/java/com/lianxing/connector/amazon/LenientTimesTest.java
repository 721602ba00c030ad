package com.lianxing.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lianxing.inbound.AmazonFailure;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which Amazon's examples write a time. */
class LenientTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-01T00:00:00.000Z, 2024-01-01T00:00:00Z",
        "2024-01-07T00:00Z, 2024-01-07T00:00:00Z",
        "2025-01-12, 2025-01-12T00:00:00Z",
        "2024-03-20T12:01:00Z, 2024-03-20T12:01:00Z",
        "2024-03-20T12:01:00-07:00, 2024-03-20T19:01:00Z",
        "2024-03-20T12:01, 2024-03-20T12:01:00Z",
        "2024-03-20T12:01:30.123456789+08:00, 2024-03-20T04:01:30.123456789Z"
    })
    void isRead(String text, Instant instant) {
        assertThat(LenientTimes.instant(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "2024-13-01", "2024-01-01T25:00Z", "1704067200"})
    void whatIsNoTimeIsNotUnderstood(String text) {
        assertThatExceptionOfType(AmazonFailure.class)
                .isThrownBy(() -> LenientTimes.instant(text))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(AmazonFailure.Kind.NOT_UNDERSTOOD));
    }

    @Test
    void aTimeThatMayBeMissingMayBeMissing() {
        assertThat(LenientTimes.instantOrNull(null)).isNull();
        assertThat(LenientTimes.instantOrNull(" ")).isNull();
    }
}
