package com.lianxing.process.obligationrenewal;

import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.PeriodState;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.BlockedSkus;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_recordRecovery}: another registration takes the place of the lapsed one, and its goods may be sold
 * again, but for those that something else still blocks.
 */
@Component
class RecoverObligationDelegate implements JavaDelegate {

    private static final Var<String> ON = Var.string("recoveredOn");
    private static final Var<String> NUMBER = Var.string("recoveryNumber");
    private static final Var<String> NOTE = Var.string("recoveryNote");

    private final Obligations obligations;
    private final BlockedSkus blocked;
    private final ActingPerson actor;

    RecoverObligationDelegate(Obligations obligations, BlockedSkus blocked, ActingPerson actor) {
        this.obligations = obligations;
        this.blocked = blocked;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Obligation lapsed = ObligationRenewal.obligation(execution, obligations);
        String by = actor.id();
        obligations.settle(
                lapsed.id(), ObligationRenewal.period(execution), PeriodState.RECOVERED, NOTE.in(execution), by);
        obligations.replace(
                lapsed,
                UUID.nameUUIDFromBytes(
                        ("recovered:" + execution.getProcessInstanceId()).getBytes(StandardCharsets.UTF_8)),
                LocalDate.parse(ON.in(execution)),
                NUMBER.in(execution),
                by);
        Set<String> free = new TreeSet<>(lapsed.skus());
        free.removeAll(obligations.breachedSkus());
        blocked.clear(free);
    }
}
