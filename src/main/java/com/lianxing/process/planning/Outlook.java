package com.lianxing.process.planning;

import com.lianxing.process.planning.LinkedSchedules.Planned;
import com.lianxing.process.planning.PlannedNetwork.Ways;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Simulation;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What may become of a project, by walking its deployed diagram from where it stands. */
@Component
public class Outlook {

    /** The walks from now on; what other projects will do is taken as their schedules say. */
    public Simulation of(Planned planned, Instant now) {
        PlannedNetwork plan = planned.plan().network();
        Map<String, Instant> begun = planned.progress().begun();
        Network each = plan.network(planned.places(), Ways.EACH, begun);
        Network likely = plan.network(planned.places(), Ways.LIKELY, begun);
        return new Simulation(
                each, PlannedRisks.of(plan, each, likely), planned.progress().actuals(), planned.limits(), now);
    }
}
