package com.lianxing.process.fbainbound;

import com.lianxing.inbound.InboundPlans;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_voidInboundPlan}: a person has voided the plan; Amazon expects nothing any more. */
@Component
class VoidInboundPlanDelegate implements JavaDelegate {

    private final InboundPlans plans;
    private final ActingPerson actor;

    VoidInboundPlanDelegate(InboundPlans plans, ActingPerson actor) {
        this.plans = plans;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.voidPlan(ProjectProcess.project(execution), actor.id());
    }
}
