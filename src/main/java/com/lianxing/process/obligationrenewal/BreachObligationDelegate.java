package com.lianxing.process.obligationrenewal;

import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.PeriodState;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.BlockedSkus;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_breach}: what the registration covered may not be sold; every running project hears of it. */
@Component
class BreachObligationDelegate implements JavaDelegate {

    private final Obligations obligations;
    private final BlockedSkus blocked;
    private final ActingPerson actor;

    BreachObligationDelegate(Obligations obligations, BlockedSkus blocked, ActingPerson actor) {
        this.obligations = obligations;
        this.blocked = blocked;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Obligation obligation = ObligationRenewal.obligation(execution, obligations);
        int period = ObligationRenewal.period(execution);
        obligations.settle(obligation.id(), period, PeriodState.BREACHED, "not renewed in time", actor.id());
        blocked.block(
                obligation.skus(),
                ObligationRenewal.cause(obligation, period),
                obligation.name() + " " + obligation.number());
    }
}
