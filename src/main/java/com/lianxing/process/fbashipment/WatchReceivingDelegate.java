package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_watchReceiving}: twice a day, whether Amazon has begun to count. A case is due once, when the
 * patience is over and nothing was reported.
 */
@Component
class WatchReceivingDelegate implements JavaDelegate {

    private final Clock clock;

    WatchReceivingDelegate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean asked = FbaShipment.CASE_ASKED.find(execution).orElse(false);
        boolean begun = FbaShipment.RECEIPT_STATE.find(execution).isPresent();
        Date patience = FbaShipment.CASE_DUE_AT.in(execution);
        boolean due = !asked && !begun && !patience.after(Date.from(clock.now()));
        FbaShipment.CASE_ASKED.set(execution, due || asked);
        FbaShipment.CASE_DUE.setLocal(execution, due);
    }
}
