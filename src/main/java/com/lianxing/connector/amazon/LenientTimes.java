package com.lianxing.connector.amazon;

import com.lianxing.inbound.AmazonFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Amazon's times as they come: with and without seconds, offset or time of day. What names no offset is UTC. */
final class LenientTimes {

    private LenientTimes() {}

    static @Nullable Instant instantOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : instant(text);
    }

    /** @throws AmazonFailure if it is no time at all */
    static Instant instant(@Nullable String text) {
        if (text == null) {
            throw new AmazonFailure(AmazonFailure.Kind.NOT_UNDERSTOOD, "Amazon's answer lacks a time");
        }
        String time = text.strip();
        try {
            if (time.indexOf('T') < 0) {
                return LocalDate.parse(time).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(time, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new AmazonFailure(AmazonFailure.Kind.NOT_UNDERSTOOD, "Amazon's answer holds no time: " + time);
        }
    }
}
