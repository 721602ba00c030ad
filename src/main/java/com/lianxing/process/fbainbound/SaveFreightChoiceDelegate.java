package com.lianxing.process.fbainbound;

import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundPlans.FreightChoice;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveFreightChoice}: how the goods will travel. */
@Component
class SaveFreightChoiceDelegate implements JavaDelegate {

    private static final Var<String> MODE = Var.string("mode");
    private static final Var<String> INCOTERM = Var.string("incoterm");
    private static final Var<String> LANE = Var.string("lane");
    private static final Var<String> VOLUME = Var.string("volumeCbm");
    private static final Var<String> WEIGHT = Var.string("grossKg");

    private final InboundPlans plans;
    private final ActingPerson actor;

    SaveFreightChoiceDelegate(InboundPlans plans, ActingPerson actor) {
        this.plans = plans;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        FreightChoice choice = new FreightChoice(
                MODE.in(execution),
                INCOTERM.in(execution),
                LANE.in(execution),
                new BigDecimal(VOLUME.in(execution)),
                new BigDecimal(WEIGHT.in(execution)));
        plans.choose(project, choice, actor.id());
    }
}
