package com.lianxing.process.blackfridaylaunch;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveResult}: two people have seen the result. */
@Component
class SaveResultDelegate implements JavaDelegate {

    private final Projects projects;

    SaveResultDelegate(Projects projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.recordMilestone(ProjectProcess.project(execution), "ACCOUNTED");
    }
}
