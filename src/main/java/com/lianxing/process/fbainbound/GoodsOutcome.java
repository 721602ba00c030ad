package com.lianxing.process.fbainbound;

import com.lianxing.audit.CanonicalJson;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.OutsideFacts;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What became of a project's goods, from what was reported of its shipments. */
@Component
class GoodsOutcome {

    static final String STOCKED = "STOCKED";
    static final String STOCKED_WITH_CLAIM = "STOCKED_WITH_CLAIM";

    private final Inbound inbound;
    private final OutsideFacts facts;

    GoodsOutcome(Inbound inbound, OutsideFacts facts) {
        this.inbound = inbound;
        this.facts = facts;
    }

    /** As the process names its ends. Goods of which a part arrived count as stocked; nothing arrived is a failure. */
    String of(ProjectCode project) {
        List<Inbound.Shipment> shipments = inbound.shipments(project);
        List<String> failures = shipments.stream()
                .flatMap(shipment -> failure(shipment.id()).stream())
                .toList();
        if (!failures.isEmpty() && failures.size() == shipments.size()) {
            return failures.get(0);
        }
        boolean claimed = shipments.stream()
                .anyMatch(shipment ->
                        facts.latest("inbound.claimResolved", shipment.id()).isPresent());
        return claimed || !failures.isEmpty() ? STOCKED_WITH_CLAIM : STOCKED;
    }

    private Optional<String> failure(String shipment) {
        Optional<Instant> refused = at("inbound.customsRefused", shipment);
        if (refused.isPresent()
                && at("inbound.customsReleased", shipment)
                        .filter(released -> released.isAfter(refused.get()))
                        .isEmpty()) {
            return Optional.of("REFUSED_BY_CBP");
        }
        return facts.latest("inbound.receiptChanged", shipment)
                .map(fact -> String.valueOf(CanonicalJson.read(fact.content()).get("status")))
                .flatMap(status -> switch (status) {
                    case "ABANDONED" -> Optional.of("ABANDONED");
                    case "REFUSED" -> Optional.of("REFUSED_BY_FC");
                    default -> Optional.empty();
                });
    }

    private Optional<Instant> at(String message, String shipment) {
        return facts.latest(message, shipment).map(OutsideFacts.Fact::reportedAt);
    }
}
