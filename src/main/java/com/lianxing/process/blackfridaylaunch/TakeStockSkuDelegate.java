package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.GateFacts;
import com.lianxing.launch.LaunchSku;
import com.lianxing.launch.Launches;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takeStockSku}: what the first gate is asked about the next SKU. */
@Component
class TakeStockSkuDelegate implements JavaDelegate {

    private final Launches launches;
    private final GateFacts facts;

    TakeStockSkuDelegate(Launches launches, GateFacts facts) {
        this.launches = launches;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        LaunchSku sku = launches.skus(project).get(Math.toIntExact(BlackFridayLaunch.LOOP_COUNTER.in(execution)));
        GateFacts.Stock stock = facts.stock(project, sku);
        BlackFridayLaunch.SKU.setLocal(execution, sku.sku());
        BlackFridayLaunch.CONTRIBUTION_CENTS.setLocalTransient(execution, stock.contributionCents());
        BlackFridayLaunch.TARGET_CENTS.setLocalTransient(execution, stock.targetCents());
        BlackFridayLaunch.STRATEGIC.setLocalTransient(execution, stock.strategic());
        BlackFridayLaunch.BUFFER_DAYS.setLocalTransient(execution, stock.bufferDays());
        BlackFridayLaunch.FUNDING.setLocalTransient(execution, stock.funding());
    }
}
