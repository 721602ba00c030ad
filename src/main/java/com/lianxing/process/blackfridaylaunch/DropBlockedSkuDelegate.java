package com.lianxing.process.blackfridaylaunch;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.catalog.Sku;
import com.lianxing.launch.LaunchSku;
import com.lianxing.launch.Launches;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_dropBlockedSku}: what may not be sold any more is out. */
@Component
class DropBlockedSkuDelegate implements JavaDelegate {

    private final Launches launches;
    private final Catalog catalog;
    private final StoppedSkus stopped;
    private final ActingPerson actor;

    DropBlockedSkuDelegate(Launches launches, Catalog catalog, StoppedSkus stopped, ActingPerson actor) {
        this.launches = launches;
        this.catalog = catalog;
        this.stopped = stopped;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        for (LaunchSku sku : launches.skus(project)) {
            if (catalog.find(sku.sku())
                    .map(Sku::state)
                    .filter(ComplianceState.BLOCKED::equals)
                    .isPresent()) {
                stopped.stop(execution, sku.sku(), "BLOCKED", actor.id());
            }
        }
    }
}
