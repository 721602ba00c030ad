package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.Var;
import com.lianxing.project.OutsideFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The {@code serviceTask_lookUp…} before each wait: was the fact reported before anybody waited for it? */
class LookUpFactDelegate implements JavaDelegate {

    private final OutsideFacts facts;
    private final String message;
    private final Var<Boolean> known;

    LookUpFactDelegate(OutsideFacts facts, String message, Var<Boolean> known) {
        this.facts = facts;
        this.message = message;
        this.known = known;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String shipment = FbaShipment.SHIPMENT_ID.in(execution);
        known.set(
                execution,
                facts.beforeWaiting(FbaShipment.project(execution), message, shipment)
                        .isPresent());
    }
}
