package com.lianxing.approval;

import com.lianxing.access.Role;
import com.lianxing.calendar.WorkingCalendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an approver is reminded, and when somebody above is told. Neither decides anything.
 *
 * <p>A working day later, and two, on the clock and in the calendar of the approver, within working hours. During an
 * event hours count instead: two for finance, a day for the CFO who ratifies.
 */
public record AskTimes(Instant remindAt, Instant escalateAt) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final Duration FINANCE_DECIDES = Duration.ofHours(2);
    private static final Duration CFO_RATIFIES = Duration.ofHours(24);

    static AskTimes of(Instant asked, ZoneId zone, Route route, Role role, WorkingCalendars calendars) {
        if (route == Route.FAST) {
            Duration time = role == Role.FINANCE ? FINANCE_DECIDES : CFO_RATIFIES;
            return new AskTimes(asked.plus(time.dividedBy(2)), asked.plus(time));
        }
        return new AskTimes(workingDaysLater(asked, zone, 1, calendars), workingDaysLater(asked, zone, 2, calendars));
    }

    private static Instant workingDaysLater(Instant asked, ZoneId zone, int days, WorkingCalendars calendars) {
        ZonedDateTime local = asked.atZone(zone);
        LocalDate day = calendars.livedBy(zone, local.toLocalDate()).nthWorkingDayAfter(local.toLocalDate(), days);
        LocalTime time = local.toLocalTime();
        LocalTime inHours = time.isBefore(MORNING) ? MORNING : time.isAfter(EVENING) ? EVENING : time;
        return ZonedDateTime.of(day, inHours, zone).toInstant();
    }
}
