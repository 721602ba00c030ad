package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.GateFacts;
import com.lianxing.launch.LaunchSku;
import com.lianxing.launch.Launches;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takeReadySku}: what the second gate is asked about the next SKU. */
@Component
class TakeReadySkuDelegate implements JavaDelegate {

    private final Launches launches;
    private final GateFacts facts;

    TakeReadySkuDelegate(Launches launches, GateFacts facts) {
        this.launches = launches;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        LaunchSku sku = launches.skus(project).get(Math.toIntExact(BlackFridayLaunch.LOOP_COUNTER.in(execution)));
        GateFacts.Ready ready = facts.ready(project, sku);
        BlackFridayLaunch.SKU.setLocal(execution, sku.sku());
        BlackFridayLaunch.COVER_PERCENT.setLocalTransient(execution, ready.coverPercent());
        BlackFridayLaunch.DEAL_STANDING.setLocalTransient(execution, ready.dealStanding());
        BlackFridayLaunch.PROFITABLE_WITHOUT_DEAL.setLocalTransient(execution, ready.profitableWithoutDeal());
        BlackFridayLaunch.FIX_DAYS.setLocalTransient(execution, ready.fixDays());
        BlackFridayLaunch.RATING_TENTHS.setLocalTransient(execution, ready.ratingTenths());
        BlackFridayLaunch.COMPLIANCE_CLEAR.setLocalTransient(execution, ready.complianceClear());
    }
}
