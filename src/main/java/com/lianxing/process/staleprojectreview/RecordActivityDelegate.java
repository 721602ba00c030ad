package com.lianxing.process.staleprojectreview;

import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.StaleProjects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordActivity}: nothing is left to be decided. */
@Component
class RecordActivityDelegate implements JavaDelegate {

    private final StaleProjects stale;
    private final ActingPerson actor;

    RecordActivityDelegate(StaleProjects stale, ActingPerson actor) {
        this.stale = stale;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stale.settle(ProjectProcess.project(execution), StaleProjects.Outcome.ACTIVE, null, "", actor.id());
    }
}
