package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.ShipmentTerms.Term;
import com.lianxing.process.engine.Var;
import com.lianxing.project.OutsideFacts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveDelivery}: from now on Amazon is expected to count. */
@Component
class SaveDeliveryDelegate implements JavaDelegate {

    private static final ZoneId AMAZON = ZoneId.of("America/Los_Angeles");
    private static final Var<String> DELIVERED_AT = Var.string("deliveredAt");
    private static final Var<String> DELIVERED_ZONE = Var.string("deliveredZone");

    private final JavaDelegate fact;
    private final OutsideFacts facts;
    private final ShipmentDates dates;

    SaveDeliveryDelegate(ShipmentFacts shipment, OutsideFacts facts, ShipmentDates dates) {
        this.fact = shipment.save(FbaShipment.GOODS_DELIVERED, FbaShipment.DELIVERED, null);
        this.facts = facts;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) throws Exception {
        fact.execute(execution);
        Instant delivered = DELIVERED_AT
                .find(execution)
                .map(local -> new Deadline(
                                LocalDateTime.parse(local),
                                ZoneId.of(DELIVERED_ZONE.in(execution)),
                                DeadlineKind.INTERNAL)
                        .instant())
                .orElseGet(() -> facts.latest(FbaShipment.GOODS_DELIVERED, FbaShipment.shipment(execution))
                        .orElseThrow()
                        .at());
        dates.move(
                execution,
                FbaShipment.CASE_DUE_AT,
                ShipmentDates.at(
                        delivered.plus(dates.days(Term.RECEIVING_DAYS_OF_PATIENCE)), AMAZON, DeadlineKind.INTERNAL),
                "DELIVERED");
        dates.move(
                execution,
                FbaShipment.RECONCILE_AT,
                ShipmentDates.at(
                        delivered.plus(dates.days(Term.RECONCILE_DAYS_AFTER_DELIVERY)), AMAZON, DeadlineKind.INTERNAL),
                "DELIVERED");
    }
}
