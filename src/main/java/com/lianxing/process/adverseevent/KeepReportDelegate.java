package com.lianxing.process.adverseevent;

import com.lianxing.obligation.AdverseEvents;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_keepReport}: who reported it, and under which number. */
@Component
class KeepReportDelegate implements JavaDelegate {

    private static final Var<String> NUMBER = Var.string("reportNumber");
    private static final Var<String> ON = Var.string("reportedOn");

    private final AdverseEvents events;
    private final ActingPerson actor;

    KeepReportDelegate(AdverseEvents events, ActingPerson actor) {
        this.events = events;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        events.reported(
                execution.getProcessInstanceId(), NUMBER.in(execution), LocalDate.parse(ON.in(execution)), actor.id());
    }
}
