package com.lianxing.process.fbashipment;

import com.lianxing.inbound.Inbound;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_compareReceipt}: is anything missing of what was shipped? */
@Component
class CompareReceiptDelegate implements JavaDelegate {

    private final Inbound inbound;

    CompareReceiptDelegate(Inbound inbound) {
        this.inbound = inbound;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String id = FbaShipment.SHIPMENT_ID.in(execution);
        Inbound.Shipment shipment =
                inbound.shipment(FbaShipment.project(execution), id).orElseThrow();
        boolean complete = inbound.reconcile(shipment).stream().allMatch(line -> line.missing() == 0);
        FbaShipment.ALL_RECEIVED.set(execution, complete);
    }
}
