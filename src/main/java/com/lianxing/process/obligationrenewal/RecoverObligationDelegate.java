package com.lianxing.process.obligationrenewal;

import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.PeriodState;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.BlockedSkus;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_recordRecovery}: another registration takes the place of the lapsed one, which blocks its goods no
 * more. What else blocks them goes on.
 */
@Component
class RecoverObligationDelegate implements JavaDelegate {

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
        int period = ObligationRenewal.period(execution);
        obligations.settle(
                lapsed.id(), period, PeriodState.RECOVERED, ObligationRenewal.ENTERED_NOTE.in(execution), by);
        obligations.replace(
                lapsed,
                UUID.nameUUIDFromBytes(
                        ("recovered:" + execution.getProcessInstanceId()).getBytes(StandardCharsets.UTF_8)),
                LocalDate.parse(ObligationRenewal.ENTERED_ON.in(execution)),
                ObligationRenewal.ENTERED_NUMBER.in(execution),
                by);
        blocked.unblock(lapsed.skus(), ObligationRenewal.cause(lapsed, period));
    }
}
