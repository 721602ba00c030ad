package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_lookUpPlatformAnswer}: did the platform accept the documents before anybody waited for it? */
@Component
class LookUpPlatformAnswerDelegate implements JavaDelegate {

    private final OutsideFacts facts;

    LookUpPlatformAnswerDelegate(OutsideFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        FdaCertification.PLATFORM_KNOWN.set(
                execution,
                facts.beforeWaiting(project, FdaCertification.PLATFORM_ACCEPTED, project.value())
                        .isPresent());
    }
}
