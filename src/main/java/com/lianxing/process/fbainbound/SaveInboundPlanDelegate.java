package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveInboundPlan}: the plan that Amazon made. */
@Component
class SaveInboundPlanDelegate implements JavaDelegate {

    private static final Var<String> PLAN_ID = Var.string("inboundPlanId");
    private static final Var<String> NAME = Var.string("inboundPlanName");
    private static final Var<String> CREATED_AT = Var.string("planCreatedAt");
    private static final Var<String> CREATED_ZONE = Var.string("planCreatedZone");

    private final InboundPlans plans;
    private final ActingPerson actor;

    SaveInboundPlanDelegate(InboundPlans plans, ActingPerson actor) {
        this.plans = plans;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Deadline created = new Deadline(
                LocalDateTime.parse(CREATED_AT.in(execution)),
                ZoneId.of(CREATED_ZONE.in(execution)),
                DeadlineKind.PLATFORM);
        plans.enterPlan(project, PLAN_ID.in(execution), NAME.in(execution), created, actor.id());
    }
}
