package com.lianxing.process.blackfridaylaunch;

import com.lianxing.access.Role;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.OpenHold;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_keepSpend}: nobody decided, so nothing more is spent. What is held for campaigns is given back; deals that were accepted run. */
@Component
class KeepSpendDelegate implements JavaDelegate {

    private final BudgetLedger ledger;
    private final Projects projects;
    private final Notices notices;
    private final ActingPerson actor;

    KeepSpendDelegate(BudgetLedger ledger, Projects projects, Notices notices, ActingPerson actor) {
        this.ledger = ledger;
        this.projects = projects;
        this.notices = notices;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        for (OpenHold hold : ledger.openHolds(project)) {
            if (hold.line() == BudgetLine.AD_SPEND) {
                ledger.release(project + ":UNDECIDED:" + hold.holdId(), hold.holdId(), actor.id());
            }
        }
        projects.recordMilestone(project, "LAUNCH_UNDECIDED");
        for (Role role : List.of(Role.PROJECT_MANAGER, Role.ADVERTISING, Role.OPERATIONS)) {
            notices.tell(project, role, "undecided", "LAUNCH_UNDECIDED", "notice.launchUndecided", project);
        }
    }
}
