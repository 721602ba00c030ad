package com.lianxing.counterexample;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.springframework.transaction.annotation.Transactional;

/** Lets errors of the process cross the edge of a transaction. */
class Booking {

    @Transactional
    void book() {
        throw new BpmnError("BUDGET_EXCEEDED");
    }

    @Transactional
    void declared() throws BpmnError {}

    void translated(Runnable hold) {
        try {
            hold.run();
        } catch (IllegalStateException e) {
            throw new BpmnError("BUDGET_EXCEEDED", e);
        }
    }
}
