package com.lianxing.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.calendar.WorkingCalendars;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When an approver is reminded, on his own clock and calendar. */
@LianxingTest
class AskTimesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @Autowired
    private WorkingCalendars calendars;

    @Test
    void aWorkingDayAndTwoAtTheSameTimeOfDay() {
        AskTimes times = normal("2026-09-01T02:00:00Z", SHANGHAI);

        assertThat(times.remindAt()).isEqualTo(Instant.parse("2026-09-02T02:00:00Z"));
        assertThat(times.escalateAt()).isEqualTo(Instant.parse("2026-09-03T02:00:00Z"));
    }

    @Test
    void theGoldenWeekDoesNotCountInChinaAndDoesInAmerica() {
        assertThat(normal("2026-09-30T02:00:00Z", SHANGHAI).remindAt()).isAfter(Instant.parse("2026-10-07T00:00:00Z"));
        assertThat(normal("2026-09-30T17:00:00Z", LOS_ANGELES).remindAt())
                .isEqualTo(Instant.parse("2026-10-01T17:00:00Z"));
    }

    @Test
    void remindersComeInWorkingHours() {
        // 23:00 in Shanghai: the next day's evening, not its night. 05:00: the next day's morning.
        assertThat(normal("2026-09-01T15:00:00Z", SHANGHAI).remindAt())
                .isEqualTo(Instant.parse("2026-09-02T10:00:00Z"));
        assertThat(normal("2026-08-31T21:00:00Z", SHANGHAI).remindAt())
                .isEqualTo(Instant.parse("2026-09-02T01:00:00Z"));
    }

    @Test
    void duringAnEventHoursCount() {
        Instant asked = Instant.parse("2026-11-27T20:00:00Z");

        AskTimes finance = AskTimes.of(asked, SHANGHAI, Route.FAST, Role.FINANCE, calendars);
        AskTimes cfo = AskTimes.of(asked, SHANGHAI, Route.FAST, Role.CFO, calendars);

        assertThat(finance.escalateAt()).isEqualTo(Instant.parse("2026-11-27T22:00:00Z"));
        assertThat(cfo.escalateAt()).isEqualTo(Instant.parse("2026-11-28T20:00:00Z"));
    }

    @Test
    void aYearThatChinaHasNotAnnouncedIsNoReasonToFail() {
        assertThat(normal("2040-03-05T02:00:00Z", SHANGHAI).remindAt())
                .isEqualTo(Instant.parse("2040-03-06T02:00:00Z"));
    }

    private AskTimes normal(String asked, ZoneId zone) {
        return AskTimes.of(Instant.parse(asked), zone, Route.NORMAL, Role.FINANCE, calendars);
    }
}
