package com.lianxing.process.fbashipment;

import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.inbound.ShipmentEnds.Outcome;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A project has reached what all of its shipments have reached. */
@Component
class Milestones {

    private final Inbound inbound;
    private final OutsideFacts facts;
    private final ShipmentEnds ends;
    private final Projects projects;

    Milestones(Inbound inbound, OutsideFacts facts, ShipmentEnds ends, Projects projects) {
        this.inbound = inbound;
        this.facts = facts;
        this.ends = ends;
        this.projects = projects;
    }

    /** Records the milestone if the fact is known of every shipment of the project. */
    void reach(ProjectCode project, String milestone, String message) {
        boolean all = inbound.shipments(project).stream()
                .allMatch(shipment -> facts.latest(message, shipment.id()).isPresent());
        if (all) {
            projects.recordMilestone(project, milestone);
        }
    }

    /** FBA入仓完成: every shipment of the project lies in the shelf, by what Amazon counted of it. */
    void reachReceived(ProjectCode project) {
        Map<String, Outcome> outcomes = ends.of(project);
        boolean ended = inbound.shipments(project).stream().allMatch(shipment -> outcomes.containsKey(shipment.id()));
        if (ended && outcomes.values().stream().allMatch(Outcome::isStocked)) {
            projects.recordMilestone(project, "RECEIVED");
        }
    }
}
