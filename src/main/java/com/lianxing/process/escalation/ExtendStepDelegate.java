package com.lianxing.process.escalation;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.Deadlines;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_extendStep}: the late step gets the new date, and whatever reads its deadline moves with it. */
@Component
class ExtendStepDelegate implements JavaDelegate {

    private final Deadlines deadlines;

    ExtendStepDelegate(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Deadline to = new Deadline(
                LocalDateTime.parse(Escalation.NEW_DUE_AT.in(execution)),
                ZoneId.of(Escalation.NEW_DUE_ZONE.in(execution)),
                DeadlineKind.valueOf(Escalation.DEADLINE_KIND.in(execution)));
        deadlines.extend(Escalation.OVERDUE_TASK_ID.in(execution), to, Escalation.REASON.in(execution));
    }
}
