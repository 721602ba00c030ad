package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.Voyages;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When the first of a project's shipments came to Amazon, or will come to its port: the others have to follow. */
@Component
class FirstArrival {

    private final Inbound inbound;
    private final OutsideFacts facts;
    private final Voyages voyages;
    private final Clock clock;

    FirstArrival(Inbound inbound, OutsideFacts facts, Voyages voyages, Clock clock) {
        this.inbound = inbound;
        this.facts = facts;
        this.voyages = voyages;
        this.clock = clock;
    }

    Instant of(ProjectCode project) {
        return inbound.shipments(project).stream()
                .flatMap(shipment -> arrival(shipment.id()).stream())
                .min(Comparator.naturalOrder())
                .orElseGet(clock::now);
    }

    private Optional<Instant> arrival(String shipment) {
        return facts.latest(FbaShipment.GOODS_DELIVERED, shipment)
                .map(OutsideFacts.Fact::at)
                .or(() -> voyages.of(shipment).map(voyage -> voyage.arrival().instant()));
    }
}
