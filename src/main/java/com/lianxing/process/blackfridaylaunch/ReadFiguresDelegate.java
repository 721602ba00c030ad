package com.lianxing.process.blackfridaylaunch;

import com.lianxing.audit.AuditEntry;
import com.lianxing.launch.EventWatch;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_readFigures}: once an hour. Somebody is asked for what no feed knows, or knows no more. */
@Component
class ReadFiguresDelegate implements JavaDelegate {

    private final EventWatch watch;

    ReadFiguresDelegate(EventWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        watch.readFeeds(project, AuditEntry.SYSTEM);
        BlackFridayLaunch.LOSS_LIMIT_REACHED.setTransient(
                execution,
                !watch.beyondLossLimit(
                                project,
                                BlackFridayLaunch.EVENT_START_AT.in(execution).toInstant())
                        .isEmpty());
        boolean asked = BlackFridayLaunch.FIGURES_ASKED.find(execution).orElse(false);
        boolean needed = !asked && watch.needsHand(project);
        BlackFridayLaunch.FIGURES_NEEDED.setTransient(execution, needed);
        if (needed) {
            BlackFridayLaunch.FIGURES_ASKED.set(execution, true);
        }
    }
}
