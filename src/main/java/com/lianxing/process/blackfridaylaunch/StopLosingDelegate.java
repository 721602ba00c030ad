package com.lianxing.process.blackfridaylaunch;

import com.lianxing.audit.AuditEntry;
import com.lianxing.launch.EventWatch;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_stopLosing}: each SKU that lost more than its share is out. */
@Component
class StopLosingDelegate implements JavaDelegate {

    private final EventWatch watch;
    private final StoppedSkus stopped;

    StopLosingDelegate(EventWatch watch, StoppedSkus stopped) {
        this.watch = watch;
        this.stopped = stopped;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Instant begun = BlackFridayLaunch.EVENT_START_AT.in(execution).toInstant();
        watch.beyondLossLimit(project, begun)
                .forEach(sku -> stopped.stop(execution, sku, "LOSS_LIMIT", AuditEntry.SYSTEM));
    }
}
