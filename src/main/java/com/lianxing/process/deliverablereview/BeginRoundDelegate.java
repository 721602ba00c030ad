package com.lianxing.process.deliverablereview;

import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendars;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_beginRound}: the next version is due in five working days. */
@Component
class BeginRoundDelegate implements JavaDelegate {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 5;

    private final WorkingCalendars calendars;
    private final Clock clock;

    BeginRoundDelegate(WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long round = DeliverableReview.ROUND.find(execution).orElse(0L) + 1;
        DeliverableReview.ROUND.set(execution, round);
        DeliverableReview.ACCEPTED.set(execution, false);
        LocalDate due = calendars.china().nthWorkingDayAfter(clock.today(CHINA), DAYS);
        DeliverableReview.DELIVERY_DUE_AT.set(
                execution,
                Date.from(Deadline.endOf(due, CHINA, DeadlineKind.CONTRACT).instant()));
    }
}
