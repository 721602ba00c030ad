package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Launches;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_keepResult}: the result as finance recorded it, for whoever approves it. */
@Component
class KeepResultDelegate implements JavaDelegate {

    private final Launches launches;
    private final ActingPerson actor;

    KeepResultDelegate(Launches launches, ActingPerson actor) {
        this.launches = launches;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        launches.keep(ProjectProcess.project(execution), RecordedResult.in(execution), actor.id());
    }
}
