package com.lianxing.process.fbashipment;

import com.lianxing.inbound.Inbound;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openShipment}: which of the project's shipments this instance carries. */
@Component
class OpenShipmentDelegate implements JavaDelegate {

    private final Inbound inbound;

    OpenShipmentDelegate(Inbound inbound) {
        this.inbound = inbound;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int place = Math.toIntExact(FbaShipment.SHIPMENT_INDEX.in(execution));
        Inbound.Shipment shipment =
                inbound.shipments(FbaShipment.project(execution)).get(place);
        FbaShipment.SHIPMENT_ID.set(execution, shipment.id());
    }
}
