package com.lianxing.process.blackfridaylaunch;

import com.lianxing.audit.AuditEntry;
import com.lianxing.launch.EventWatch;
import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_weighLaunch}: what the third gate is asked. */
@Component
class WeighLaunchDelegate implements JavaDelegate {

    private final Launches launches;
    private final EventWatch watch;
    private final BudgetLedger ledger;

    WeighLaunchDelegate(Launches launches, EventWatch watch, BudgetLedger ledger) {
        this.launches = launches;
        this.watch = watch;
        this.ledger = ledger;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        BlackFridayLaunch.BUDGET_APPROVED.setTransient(
                execution, !ledger.positions(project).isEmpty());
        BlackFridayLaunch.CAPS_VERIFIED.setTransient(execution, true);
        watch.readFeeds(project, AuditEntry.SYSTEM);
        BlackFridayLaunch.DATA_AGE_MINUTES.setTransient(execution, watch.ageMinutes(project));
        BlackFridayLaunch.SPARE_APPROVER.setTransient(execution, launches.hasSpareApprover(project));
    }
}
