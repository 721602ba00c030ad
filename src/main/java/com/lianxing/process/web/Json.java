package com.lianxing.process.web;

import com.lianxing.calendar.Deadline;
import com.lianxing.money.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How money and time look in every answer under {@code /api}. */
final class Json {

    private Json() {}

    /** The amount as a decimal text, so that no reader rounds it. */
    record Amount(String amount, String currency) {
        static Amount of(Money money) {
            return new Amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
        }
    }

    record DeadlineView(String local, String zone, String instant) {

        static DeadlineView of(Deadline deadline) {
            return new DeadlineView(
                    deadline.local().toString(), deadline.zone().getId(), instantText(deadline.instant()));
        }

        static @Nullable DeadlineView of(@Nullable Instant instant, ZoneId zone) {
            return instant == null
                    ? null
                    : new DeadlineView(
                            LocalDateTime.ofInstant(instant, zone).toString(), zone.getId(), instantText(instant));
        }
    }

    /** A page of a list; {@code next} goes into {@code after} for the next one, and is null at the end. */
    record Page<T>(java.util.List<T> items, @Nullable String next) {}

    static String instantText(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
