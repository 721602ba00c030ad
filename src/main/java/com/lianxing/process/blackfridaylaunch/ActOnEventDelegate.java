package com.lianxing.process.blackfridaylaunch;

import com.lianxing.costing.Payments;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_actOnEvent}: money of the contingency goes into advertising at once, and is asked for afterwards; or a
 * SKU is taken out after an incident. The event goes on.
 */
@Component
class ActOnEventDelegate implements JavaDelegate {

    private static final Var<String> ACTION = Var.string("eventAction");
    private static final Var<String> TOP_UP = Var.string("topUpUsd");
    private static final Var<String> SKU = Var.string("takenOutSku");
    private static final Var<String> REASON = Var.string("eventReason");

    private final Payments payments;
    private final StoppedSkus stopped;
    private final ActingPerson actor;

    ActOnEventDelegate(Payments payments, StoppedSkus stopped, ActingPerson actor) {
        this.payments = payments;
        this.stopped = stopped;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (ACTION.in(execution).equals("TAKE_OUT")) {
            stopped.stop(execution, SKU.in(execution), REASON.in(execution), actor.id());
            return;
        }
        ProjectCode project = ProjectProcess.project(execution);
        Payments.Payment topUp = new Payments.Payment(
                project + ":TOP_UP:" + execution.getActivityInstanceId(),
                project,
                BudgetLine.CONTINGENCY,
                Money.parse(TOP_UP.in(execution), "USD"),
                "TOP-UP",
                Mandate.of(actor.id()),
                REASON.in(execution));
        if (payments.settle(List.of(topUp)).isPresent()) {
            throw new IllegalStateException("US dollars need no rate");
        }
    }
}
