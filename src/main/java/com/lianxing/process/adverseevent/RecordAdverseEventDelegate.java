package com.lianxing.process.adverseevent;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.obligation.AdverseEvents;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.fdacertification.FdaCertification;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordEvent}: it stands in the trail of the product's project, and its two dates are known. */
@Component
class RecordAdverseEventDelegate implements JavaDelegate {

    private static final int WORKING_DAYS = 15;

    private final AdverseEvents events;
    private final ActingPerson actor;

    RecordAdverseEventDelegate(AdverseEvents events, ActingPerson actor) {
        this.events = events;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = new ProjectCode(AdverseEvent.PROJECT.in(execution));
        execution.setProcessBusinessKey(project.value());
        ProjectProcess.PROJECT_CODE.set(execution, project.value());
        LocalDate learned = LocalDate.parse(AdverseEvent.LEARNED_ON.in(execution));
        LocalDate due = WorkingCalendar.usFederal().nthWorkingDayAfter(learned, WORKING_DAYS);
        AdverseEvent.REPORT_DUE_AT.set(execution, endOf(due));
        AdverseEvent.FOLLOW_UP_UNTIL.set(execution, endOf(learned.plusYears(1)));
        boolean serious = AdverseEvent.SERIOUS.find(execution).orElse(false);
        AdverseEvent.SERIOUS.setTransient(execution, serious);
        events.learn(
                execution.getProcessInstanceId(),
                new AdverseEvents.Event(project, learned, serious, AdverseEvent.TEXT.in(execution)),
                actor.id());
    }

    private static Date endOf(LocalDate day) {
        return Date.from(
                Deadline.endOf(day, FdaCertification.FDA, DeadlineKind.LEGAL).instant());
    }
}
