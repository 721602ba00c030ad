package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveNumbers}: two people have seen the numbers. */
@Component
class SaveNumbersDelegate implements JavaDelegate {

    private final Projects projects;

    SaveNumbersDelegate(Projects projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.recordMilestone(ProjectProcess.project(execution), "REGISTERED");
    }
}
