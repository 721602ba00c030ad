package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Gate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_keepLaunchVerdict}: what the third gate says. */
@Component
class KeepLaunchVerdictDelegate implements JavaDelegate {

    private final GateVerdicts verdicts;

    KeepLaunchVerdictDelegate(GateVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verdicts.keep(execution, Gate.LAUNCH, "");
    }
}
