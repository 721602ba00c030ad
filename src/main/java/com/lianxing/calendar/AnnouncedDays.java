package com.lianxing.calendar;

import java.util.List;

/** Where the days stand that no rule computes, because a government announces them year by year. */
public interface AnnouncedDays {

    /** All years that are announced or expected of mainland China. */
    List<CalendarDay> china();
}
