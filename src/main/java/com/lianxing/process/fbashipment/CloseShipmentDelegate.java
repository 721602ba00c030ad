package com.lianxing.process.fbashipment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_closeShipment}: received is what every shipment of the project has been. */
@Component
class CloseShipmentDelegate implements JavaDelegate {

    private final Milestones milestones;

    CloseShipmentDelegate(Milestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public void execute(DelegateExecution execution) {
        milestones.reach(FbaShipment.project(execution), "RECEIVED", FbaShipment.RECEIPT_CHANGED);
    }
}
