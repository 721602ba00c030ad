package com.lianxing.process.escalation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_askNext}: goes up one level, past whoever is late himself; at the top it is the top again. */
@Component
class AskNextDelegate implements JavaDelegate {

    private final OpenEscalations escalations;

    AskNextDelegate(OpenEscalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.askNext(execution.getProcessInstance(), execution);
    }
}
