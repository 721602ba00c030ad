package com.lianxing.process.obligationrenewal;

import com.lianxing.obligation.Obligations;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_keepRenewal}: who renewed it, and the number that came of it. */
@Component
class KeepRenewalDelegate implements JavaDelegate {

    private static final Var<String> ON = Var.string("renewedOn");
    private static final Var<String> NUMBER = Var.string("renewalNumber");

    private final Obligations obligations;
    private final ActingPerson actor;

    KeepRenewalDelegate(Obligations obligations, ActingPerson actor) {
        this.obligations = obligations;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ObligationRenewal.keep(execution, obligations, ON.in(execution), NUMBER.in(execution), actor.id());
    }
}
