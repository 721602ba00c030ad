package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_failCertification}: the FDA said no. */
@Component
class FailCertificationDelegate implements JavaDelegate {

    private final Endings endings;

    FailCertificationDelegate(Endings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endings.fail(ProjectProcess.project(execution), "NOT_GRANTED");
    }
}
