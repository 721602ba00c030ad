package com.lianxing.process.escalation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordDelayDecision}: who took notice and what was decided, and a new reminder if to chase. */
@Component
class RecordDelayDecisionDelegate implements JavaDelegate {

    private final OpenEscalations escalations;

    RecordDelayDecisionDelegate(OpenEscalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.decided(execution);
    }
}
