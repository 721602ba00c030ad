package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_withdraw…}: we do not go on. */
@Component
class WithdrawCertificationDelegate implements JavaDelegate {

    private final Endings endings;

    WithdrawCertificationDelegate(Endings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endings.fail(ProjectProcess.project(execution), "WITHDRAWN");
    }
}
