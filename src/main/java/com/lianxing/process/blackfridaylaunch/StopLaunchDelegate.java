package com.lianxing.process.blackfridaylaunch;

import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.process.lifecycle.ProjectStop;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_stopLaunch}: nothing new begins, and deals are called off; was some money committed already? */
@Component
class StopLaunchDelegate implements JavaDelegate {

    private final ProjectStop stop;
    private final CalledOffDeals calledOff;
    private final ActingPerson actor;

    StopLaunchDelegate(ProjectStop stop, CalledOffDeals calledOff, ActingPerson actor) {
        this.stop = stop;
        this.calledOff = calledOff;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        calledOff.all(project, "CANCELLED", actor.id());
        BlackFridayLaunch.ANYTHING_COMMITTED.set(execution, stop.stop(project));
    }
}
