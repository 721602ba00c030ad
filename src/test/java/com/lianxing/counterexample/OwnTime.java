package com.lianxing.counterexample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

/** Looks at the machine's clock and zone. */
final class OwnTime {

    Instant now() {
        return Instant.now();
    }

    LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    @SuppressWarnings("JavaUtilDate")
    Date date() {
        return new Date();
    }

    long millis() {
        return System.currentTimeMillis();
    }
}
