package com.lianxing.process.fdacertification;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.springframework.stereotype.Component;

/** How a certification ends without a clearance: nothing stays held. */
@Component
class Endings {

    private final BudgetLedger ledger;
    private final Projects projects;
    private final ActingPerson actor;

    Endings(BudgetLedger ledger, Projects projects, ActingPerson actor) {
        this.ledger = ledger;
        this.projects = projects;
        this.actor = actor;
    }

    /** @param milestone why it ended */
    void fail(ProjectCode project, String milestone) {
        ledger.releaseAll(project, project + ":" + milestone, actor.id());
        projects.recordMilestone(project, milestone);
        projects.setStatus(project, ProjectStatus.CLOSED_FAILED);
    }
}
