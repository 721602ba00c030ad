package com.lianxing.process.fbashipment;

import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.inbound.ShipmentEnds.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The {@code serviceTask_close…} of a shipment that never came to the shelf; what is still held waits for its invoices. */
class EndShipmentDelegate implements JavaDelegate {

    private final ShipmentEnds ends;
    private final Outcome outcome;

    EndShipmentDelegate(ShipmentEnds ends, Outcome outcome) {
        this.ends = ends;
        this.outcome = outcome;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ends.end(FbaShipment.shipment(execution), outcome);
    }
}
