package com.lianxing.process.blackfridaylaunch;

import com.lianxing.access.Role;
import com.lianxing.launch.Deal;
import com.lianxing.launch.DealState;
import com.lianxing.launch.Deals;
import com.lianxing.launch.Launches;
import com.lianxing.process.engine.Notices;
import com.lianxing.project.ProjectCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Calls off deals that were handed in and will not run (domain.md 3.5). Only people can take them back on their channel, where
 * a fee may still be due; so they are told.
 */
@Component
class CalledOffDeals {

    private static final Set<DealState> OVER = EnumSet.of(DealState.REJECTED, DealState.CANCELLED, DealState.RAN);

    private final Launches launches;
    private final Deals deals;
    private final Notices notices;

    CalledOffDeals(Launches launches, Deals deals, Notices notices) {
        this.launches = launches;
        this.deals = deals;
        this.notices = notices;
    }

    /** Those of every SKU that is still in the launch. */
    void all(ProjectCode project, String reason, String by) {
        callOff(project, deal -> true, reason, by);
    }

    /** Those of a SKU that is about to leave the launch. */
    void of(ProjectCode project, String sku, String reason, String by) {
        callOff(project, deal -> deal.sku().equals(sku), reason, by);
    }

    private void callOff(ProjectCode project, Predicate<Deal> which, String reason, String by) {
        List<Deal> open = launches.deals(project).stream()
                .filter(which)
                .filter(deal -> deals.state(deal.id())
                        .filter(state -> !OVER.contains(state))
                        .isPresent())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        open.forEach(
                deal -> deals.note(deal.id() + ":CALLED_OFF", project, deal.id(), DealState.CANCELLED, reason, by));
        String ids = open.stream().map(Deal::id).collect(Collectors.joining(", "));
        for (Role role : List.of(Role.OPERATIONS, Role.PROJECT_MANAGER)) {
            notices.tell(project, role, "calledOff:" + ids, "DEALS_CALLED_OFF", "notice.dealsCalledOff", project, ids);
        }
    }
}
