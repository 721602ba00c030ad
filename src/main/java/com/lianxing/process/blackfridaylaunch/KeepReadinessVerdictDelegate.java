package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Gate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_keepReadinessVerdict}: what the second gate says of the SKU. */
@Component
class KeepReadinessVerdictDelegate implements JavaDelegate {

    private final GateVerdicts verdicts;

    KeepReadinessVerdictDelegate(GateVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verdicts.keep(execution, Gate.READINESS, BlackFridayLaunch.SKU.in(execution));
    }
}
