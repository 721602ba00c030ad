package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.process.lifecycle.ProjectStop;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_stopCertification}: nothing new begins; was some money committed already? */
@Component
class StopCertificationDelegate implements JavaDelegate {

    private final ProjectStop stop;

    StopCertificationDelegate(ProjectStop stop) {
        this.stop = stop;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FdaCertification.ANYTHING_COMMITTED.set(execution, stop.stop(ProjectProcess.project(execution)));
    }
}
