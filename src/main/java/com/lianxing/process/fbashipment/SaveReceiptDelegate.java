package com.lianxing.process.fbashipment;

import com.lianxing.audit.CanonicalJson;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.ShipmentState;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.project.OutsideFacts;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_saveReceipt}: how far Amazon has counted, by the person who looked, else by the latest report: COUNTED
 * once the quantities say so, else Amazon's own word.
 */
@Component
class SaveReceiptDelegate implements JavaDelegate {

    private static final Var<String> STATUS = Var.string("shipmentStatus");

    private static final String COUNTED = "COUNTED";

    private final OutsideFacts facts;
    private final Inbound inbound;
    private final ReceiptTolerance tolerance;
    private final ActingPerson actor;

    SaveReceiptDelegate(OutsideFacts facts, Inbound inbound, ReceiptTolerance tolerance, ActingPerson actor) {
        this.facts = facts;
        this.inbound = inbound;
        this.tolerance = tolerance;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        STATUS.find(execution).ifPresent(status -> keep(execution, status));
        OutsideFacts.Fact fact = facts.latest(FbaShipment.RECEIPT_CHANGED, FbaShipment.shipment(execution))
                .orElseThrow();
        FbaShipment.RECEIPT_FACT_ID.set(execution, fact.id());
        String status = fact.text("status").orElse(ShipmentState.RECEIVING.name());
        Inbound.Shipment shipment = inbound.shipment(FbaShipment.project(execution), FbaShipment.shipment(execution))
                .orElseThrow();
        boolean counted = tolerance.isCounted(shipment, ShipmentState.of(status));
        FbaShipment.RECEIPT_STATE.set(execution, counted ? COUNTED : status);
    }

    private void keep(DelegateExecution execution, String status) {
        facts.keep(
                SaveFactDelegate.idOf(execution),
                FbaShipment.project(execution),
                FbaShipment.RECEIPT_CHANGED,
                FbaShipment.shipment(execution),
                CanonicalJson.of(Map.of("status", status)),
                actor.id(),
                null);
    }
}
