package com.lianxing.process.obligationrenewal;

import com.lianxing.obligation.Obligations;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_keepRecovery}: who registered it anew, when and under which number; a second person checks that. */
@Component
class KeepRecoveryDelegate implements JavaDelegate {

    private static final Var<String> ON = Var.string("recoveredOn");
    private static final Var<String> NUMBER = Var.string("recoveryNumber");
    private static final Var<String> NOTE = Var.string("recoveryNote");

    private final Obligations obligations;
    private final ActingPerson actor;

    KeepRecoveryDelegate(Obligations obligations, ActingPerson actor) {
        this.obligations = obligations;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ObligationRenewal.ENTERED_NOTE.set(execution, NOTE.in(execution));
        ObligationRenewal.keep(execution, obligations, ON.in(execution), NUMBER.in(execution), actor.id());
    }
}
