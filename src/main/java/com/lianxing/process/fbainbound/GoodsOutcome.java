package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.inbound.ShipmentEnds.Outcome;
import com.lianxing.project.ProjectCode;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What became of a project's goods, from how its shipments ended. */
@Component
class GoodsOutcome {

    static final String STOCKED = "STOCKED";
    static final String STOCKED_WITH_CLAIM = "STOCKED_WITH_CLAIM";

    private final Inbound inbound;
    private final ShipmentEnds ends;

    GoodsOutcome(Inbound inbound, ShipmentEnds ends) {
        this.inbound = inbound;
        this.ends = ends;
    }

    /** As the process names its ends. Goods of which a part arrived count as stocked; nothing arrived is a failure. */
    String of(ProjectCode project) {
        Collection<Outcome> outcomes = ends.of(project).values();
        List<Outcome> failures =
                outcomes.stream().filter(outcome -> !outcome.isStocked()).toList();
        if (!failures.isEmpty() && failures.size() == inbound.shipments(project).size()) {
            return failures.get(0).name();
        }
        return outcomes.stream().allMatch(outcome -> outcome == Outcome.RECEIVED) ? STOCKED : STOCKED_WITH_CLAIM;
    }
}
