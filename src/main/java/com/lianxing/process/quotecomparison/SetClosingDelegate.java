package com.lianxing.process.quotecomparison;

import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.calendar.WorkingCalendars;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_setClosing}: quotes are collected for three working days. */
@Component
class SetClosingDelegate implements JavaDelegate {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 3;

    private final WorkingCalendars calendars;
    private final Clock clock;

    SetClosingDelegate(WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WorkingCalendar calendar = calendars.china();
        LocalDate today = clock.today(CHINA);
        QuoteComparison.QUOTES_REMIND_AT.set(execution, endOf(calendar.nthWorkingDayAfter(today, DAYS - 1)));
        QuoteComparison.QUOTES_CLOSE_AT.set(execution, endOf(calendar.nthWorkingDayAfter(today, DAYS)));
    }

    private static Date endOf(LocalDate day) {
        return Date.from(Deadline.endOf(day, CHINA, DeadlineKind.INTERNAL).instant());
    }
}
