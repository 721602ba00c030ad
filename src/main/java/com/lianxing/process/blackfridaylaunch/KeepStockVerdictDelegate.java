package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Gate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_keepStockVerdict}: what the first gate says of the SKU. */
@Component
class KeepStockVerdictDelegate implements JavaDelegate {

    private final GateVerdicts verdicts;

    KeepStockVerdictDelegate(GateVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verdicts.keep(execution, Gate.STOCK, BlackFridayLaunch.SKU.in(execution));
    }
}
