package com.lianxing.calendar;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says.
 *
 * @param source where it stands written: a law, or the address of the notice
 */
public record CalendarDay(LocalDate date, Kind kind, String nameZh, String nameEn, Status status, String source) {

    public enum Kind {
        HOLIDAY,
        /** A weekend day that is worked in exchange for a holiday (调休上班). */
        MAKEUP_WORKDAY
    }

    public enum Status {
        CONFIRMED,
        /** Expected, not announced: whatever is computed over it may still move. */
        PROVISIONAL
    }
}
