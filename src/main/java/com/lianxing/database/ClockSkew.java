package com.lianxing.database;

import com.lianxing.calendar.Clock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * How far this machine's clock is from the database's. Timers fire and jobs are locked by the clocks of the nodes: one
 * that is ahead takes jobs from another that still works on them.
 */
class ClockSkew implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSkew.class);
    private static final Duration MOST_AT_START = Duration.ofSeconds(2);
    private static final Duration ALERT = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Clock clock;
    private volatile Duration last = Duration.ZERO;

    ClockSkew(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** @throws StartRefused if a node with this clock must not start */
    void refuseStart() {
        try {
            last = measure();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked for its time", e);
        }
        if (last.abs().compareTo(MOST_AT_START) > 0) {
            throw new StartRefused(
                    "The clock of this machine is %s the database's.".formatted(words(last)),
                    "Set both by a time server (NTP), then start again.");
        }
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void watch() {
        try {
            last = measure();
        } catch (SQLException away) {
            return; // Its own health says so.
        }
        if (isOff()) {
            LOG.warn("The clock of this machine is {} the database's; set both by a time server", words(last));
        }
    }

    @Override
    public Health health() {
        return (isOff() ? Health.down() : Health.up())
                .withDetail("skewMillis", last.toMillis())
                .build();
    }

    /** Positive if this machine is ahead; what may be the way of the question and the answer counts as no difference. */
    private Duration measure() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Instant asked = clock.now();
            try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
                row.next();
                Instant theirs = row.getObject(1, OffsetDateTime.class).toInstant();
                Instant answered = clock.now();
                if (theirs.isBefore(asked)) {
                    return Duration.between(theirs, asked);
                }
                return theirs.isAfter(answered) ? Duration.between(theirs, answered) : Duration.ZERO;
            }
        }
    }

    private boolean isOff() {
        return last.abs().compareTo(ALERT) > 0;
    }

    private static String words(Duration skew) {
        return "%d ms %s".formatted(skew.abs().toMillis(), skew.isNegative() ? "behind" : "ahead of");
    }
}
