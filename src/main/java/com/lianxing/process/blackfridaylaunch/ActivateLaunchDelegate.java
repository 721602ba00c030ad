package com.lianxing.process.blackfridaylaunch;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_activateLaunch}: the budget stands. */
@Component
class ActivateLaunchDelegate implements JavaDelegate {

    private final Projects projects;

    ActivateLaunchDelegate(Projects projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        projects.setStatus(project, ProjectStatus.ACTIVE);
        projects.recordMilestone(project, "CHARTERED");
    }
}
