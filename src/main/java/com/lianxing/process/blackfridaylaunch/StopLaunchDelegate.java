package com.lianxing.process.blackfridaylaunch;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.process.lifecycle.ProjectStop;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_stopLaunch}: nothing new begins; was some money committed already? */
@Component
class StopLaunchDelegate implements JavaDelegate {

    private final ProjectStop stop;

    StopLaunchDelegate(ProjectStop stop) {
        this.stop = stop;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BlackFridayLaunch.ANYTHING_COMMITTED.set(execution, stop.stop(ProjectProcess.project(execution)));
    }
}
