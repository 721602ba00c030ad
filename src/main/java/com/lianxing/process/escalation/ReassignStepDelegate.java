package com.lianxing.process.escalation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_reassignStep}: gives the late step to the colleague whom the form has found to be eligible. */
@Component
class ReassignStepDelegate implements JavaDelegate {

    private final LateSteps steps;

    ReassignStepDelegate(LateSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.reassign(
                Escalation.OVERDUE_TASK_ID.in(execution),
                Escalation.NEW_PERSON.in(execution),
                Escalation.REASON.in(execution));
    }
}
