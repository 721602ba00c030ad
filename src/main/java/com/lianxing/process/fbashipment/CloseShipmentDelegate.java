package com.lianxing.process.fbashipment;

import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.inbound.ShipmentEnds.Outcome;
import com.lianxing.project.OutsideFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_closeShipment}: how the shipment ended is decided from what was counted, never from a plan's status.
 */
@Component
class CloseShipmentDelegate implements JavaDelegate {

    private final ShipmentEnds ends;
    private final OutsideFacts facts;
    private final Milestones milestones;

    CloseShipmentDelegate(ShipmentEnds ends, OutsideFacts facts, Milestones milestones) {
        this.ends = ends;
        this.facts = facts;
        this.milestones = milestones;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ends.end(FbaShipment.shipment(execution), outcome(execution));
        milestones.reachReceived(FbaShipment.project(execution));
    }

    private Outcome outcome(DelegateExecution execution) {
        if (FbaShipment.ALL_RECEIVED.in(execution)) {
            return Outcome.RECEIVED;
        }
        boolean claimed = facts.latest(FbaShipment.CLAIM_SETTLED, FbaShipment.shipment(execution))
                .isPresent();
        return claimed ? Outcome.RECEIVED_WITH_CLAIM : Outcome.WRITTEN_OFF;
    }
}
