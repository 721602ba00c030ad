package com.lianxing.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The working calendars as they are known today. What another node has taken in counts here within ten minutes. */
@Service
public class WorkingCalendars {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final ObjectProvider<AnnouncedDays> announced;
    private volatile @Nullable Known known;

    WorkingCalendars(ObjectProvider<AnnouncedDays> announced) {
        this.announced = announced;
    }

    /** @param readAt by {@link System#nanoTime}: clocks are moved, this one is not */
    private record Known(WorkingCalendar china, long readAt) {}

    /** Mainland China, by the yearly notice of the State Council General Office; provisional years are marked so. */
    public WorkingCalendar china() {
        Known now = known;
        if (now == null || System.nanoTime() - now.readAt > FRESH.toNanos()) {
            now = new Known(WorkingCalendar.of("China", announced.getObject().china()), System.nanoTime());
            known = now;
        }
        return now.china;
    }

    /**
     * The calendar of whoever lives by that clock: China's for Chinese time in the years it is announced or expected
     * for, else the federal one.
     *
     * @param from the day from which is counted; some weeks after it must be known too
     */
    public WorkingCalendar livedBy(ZoneId zone, LocalDate from) {
        if (!zone.getRules().equals(SHANGHAI.getRules())) {
            return WorkingCalendar.usFederal();
        }
        WorkingCalendar china = china();
        return china.covers(from) && china.covers(from.plusMonths(1)) ? china : WorkingCalendar.usFederal();
    }

    /** Another year was announced: it is read anew when it is asked for next. */
    public void forget() {
        known = null;
    }
}
