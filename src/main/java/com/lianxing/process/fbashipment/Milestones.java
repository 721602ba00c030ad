package com.lianxing.process.fbashipment;

import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.OutsideFacts;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.springframework.stereotype.Component;

/** A project has reached what all of its shipments have reached. */
@Component
class Milestones {

    private final Inbound inbound;
    private final OutsideFacts facts;
    private final Projects projects;

    Milestones(Inbound inbound, OutsideFacts facts, Projects projects) {
        this.inbound = inbound;
        this.facts = facts;
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
}
