package com.lianxing.process.obligationrenewal;

import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.PeriodState;
import com.lianxing.process.engine.ActingPerson;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordRenewal}: the period is renewed, and the next one begins when its window opens. */
@Component
class RecordRenewalDelegate implements JavaDelegate {

    private final Obligations obligations;
    private final ActingPerson actor;

    RecordRenewalDelegate(Obligations obligations, ActingPerson actor) {
        this.obligations = obligations;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        obligations.settle(
                ObligationRenewal.obligation(execution, obligations).id(),
                ObligationRenewal.period(execution),
                PeriodState.RENEWED,
                "checked by a second person",
                actor.id());
    }
}
