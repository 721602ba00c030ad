package com.lianxing.notification;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.notification.Timetable.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "STEP_REMINDER, 2026-11-25T08:29, 2026-11-25T08:30",
        "STEP_REMINDER, 2026-11-25T08:30, 2026-11-26T08:30",
        "STEP_REMINDER, 2026-11-25T23:00, 2026-11-26T08:30",
        "APPROVAL_REJECTED, 2026-11-25T21:59, 2026-11-25T21:59",
        "APPROVAL_REJECTED, 2026-11-25T22:00, 2026-11-26T08:00",
        "APPROVAL_REJECTED, 2026-11-26T03:00, 2026-11-26T08:00",
        "SKU_BLOCKED, 2026-11-26T08:00, 2026-11-26T08:00",
    })
    void whatIsPutInGoesOutAt(String kind, LocalDateTime putIn, LocalDateTime out) {
        Instant now = putIn.atZone(SHANGHAI).toInstant();

        assertThat(Timetable.slot(kind, now, null, SHANGHAI, now).at())
                .isEqualTo(out.atZone(SHANGHAI).toInstant());
    }

    @Test
    void nothingWaitsLongerThanItCanBeActedOn() {
        Instant night = LocalDateTime.parse("2026-11-25T23:00").atZone(SHANGHAI).toInstant();
        Instant two = night.plus(Duration.ofHours(3));

        assertThat(Timetable.slot("STEP_REMINDER", night, two, SHANGHAI, night)).isEqualTo(new Slot(two, false));
        assertThat(Timetable.slot("STEP_REMINDER", night, night.minusSeconds(1), SHANGHAI, night))
                .as("too late already")
                .isEqualTo(new Slot(night, false));
    }

    /** Two days of minutes are walked for each, over the changes of clocks of a year. */
    @Property(tries = 500)
    void agreesWithAWalkFromMinuteToMinute(
            @ForAll @IntRange(max = 365 * 24 * 60) int minute,
            @ForAll @IntRange(max = 24 * 60) int untilDue,
            @ForAll @IntRange(min = -60, max = 48 * 60) int untilLatest,
            @ForAll boolean atOnce,
            @ForAll boolean legal,
            @ForAll @IntRange(max = 3) int place) {
        ZoneId zone = ZoneId.of(
                new String[] {"Asia/Shanghai", "America/Los_Angeles", "America/New_York", "Asia/Kolkata"}[place]);
        Instant now = START.plus(minute, MINUTES);
        Instant due = now.plus(untilDue, MINUTES);
        Instant latest = legal ? now.plus(untilLatest, MINUTES) : null;
        String kind = atOnce ? "SKU_BLOCKED" : "STEP_REMINDER";

        assertThat(Timetable.slot(kind, due, latest, zone, now)).isEqualTo(walked(atOnce, due, latest, zone, now));
    }

    private static Slot walked(boolean atOnce, Instant due, @Nullable Instant latest, ZoneId zone, Instant now) {
        if (!atOnce) {
            Instant first = due.isAfter(now) ? due : now.plus(1, MINUTES);
            Instant morning = firstMinute(first, zone, time -> time.equals(LocalTime.parse("08:30")));
            if (latest == null || morning.compareTo(latest) <= 0) {
                return new Slot(morning, true);
            }
        }
        Instant awake = firstMinute(due, zone, time -> time.getHour() >= 8 && time.getHour() < 22);
        if (latest == null || awake.compareTo(latest) <= 0) {
            return new Slot(awake, false);
        }
        return new Slot(latest.compareTo(due) >= 0 ? latest : due, false);
    }

    private static Instant firstMinute(Instant from, ZoneId zone, Predicate<LocalTime> wanted) {
        Instant minute = from;
        while (!wanted.test(minute.atZone(zone).toLocalTime())) {
            minute = minute.plus(1, MINUTES);
        }
        return minute;
    }
}
