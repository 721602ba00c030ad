package com.lianxing.process.fbashipment;

import com.lianxing.inbound.OutsideFacts;
import com.lianxing.process.engine.ActingPerson;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveReceipt}: Amazon has counted the shipment. */
@Component
class SaveReceiptDelegate implements JavaDelegate {

    private final OutsideFacts facts;
    private final ActingPerson actor;

    SaveReceiptDelegate(OutsideFacts facts, ActingPerson actor) {
        this.facts = facts;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String shipment = FbaShipment.SHIPMENT_ID.in(execution);
        if (facts.latest(FbaShipment.RECEIPT_CHANGED, shipment).isEmpty()) {
            String id = "task:" + execution.getProcessInstanceId() + ":" + FbaShipment.RECEIPT_CHANGED;
            facts.keep(
                    id,
                    FbaShipment.project(execution),
                    FbaShipment.RECEIPT_CHANGED,
                    shipment,
                    "{\"status\":\"CLOSED\"}",
                    actor.id(),
                    null);
        }
    }
}
