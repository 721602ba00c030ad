package com.lianxing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.TestDatabase;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.SystemClock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;

/** A machine whose clock is far from the database's does not start; one that drifts off later says so. */
class ClockSkewTest {

    private static final String DATABASE = "clock_skew";

    private final DataSource dataSource = TestDatabase.as(TestDatabase.OWNER, DATABASE);
    private Duration offset = Duration.ZERO;
    private final Clock moved = () -> new SystemClock().now().plus(offset);
    private final ClockSkew skew = new ClockSkew(dataSource, moved);

    @BeforeAll
    static void anEmptyDatabase() {
        TestDatabase.create(DATABASE);
    }

    @Test
    void aClockThatAgreesStartsAndIsHealthy() {
        assertThatCode(skew::refuseStart).doesNotThrowAnyException();
        assertThat(skew.health().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(longs = {3_000, -3_000})
    void aClockThreeSecondsOffDoesNotStartAndSaysWhichWay(long millis) {
        offset = Duration.ofMillis(millis);

        assertThatThrownBy(skew::refuseStart)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(millis > 0 ? "ms ahead of the database's" : "ms behind the database's");
    }

    @Test
    void aClockThatDriftsOffByMoreThanASecondIsDownUntilItIsSet() {
        skew.refuseStart();

        offset = Duration.ofMillis(1_500);
        skew.watch();
        assertThat(skew.health().getStatus()).isEqualTo(Status.DOWN);

        offset = Duration.ZERO;
        skew.watch();
        assertThat(skew.health().getStatus()).isEqualTo(Status.UP);
    }
}
