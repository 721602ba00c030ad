package com.lianxing.process.escalation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_closeEscalation}: the step has ended, and nobody needs to decide any more. */
@Component
class CloseEscalationDelegate implements JavaDelegate {

    private final OpenEscalations escalations;

    CloseEscalationDelegate(OpenEscalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.closed(execution);
    }
}
