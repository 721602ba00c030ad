package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.Voyages;
import com.lianxing.inbound.Voyages.Cause;
import com.lianxing.process.engine.Var;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveDeparture}: the goods are at sea, and arrive when the person who recorded it says, if one did. */
@Component
class SaveDepartureDelegate implements JavaDelegate {

    private static final Var<String> ARRIVAL_AT = Var.string("expectedArrivalAt");
    private static final Var<String> ARRIVAL_ZONE = Var.string("expectedArrivalZone");

    private final JavaDelegate fact;
    private final Voyages voyages;
    private final ShipmentDates dates;

    SaveDepartureDelegate(ShipmentFacts facts, Voyages voyages, ShipmentDates dates) {
        this.fact = facts.save(FbaShipment.VESSEL_DEPARTED, FbaShipment.DEPARTED, "DEPARTED");
        this.voyages = voyages;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) throws Exception {
        fact.execute(execution);
        ARRIVAL_AT.find(execution).ifPresent(local -> {
            Deadline arrival = new Deadline(
                    LocalDateTime.parse(local), ZoneId.of(ARRIVAL_ZONE.in(execution)), DeadlineKind.CONTRACT);
            voyages.of(FbaShipment.shipment(execution))
                    .ifPresent(voyage -> dates.sail(execution, Cause.DEPARTED, voyage.arriving(arrival)));
        });
    }
}
