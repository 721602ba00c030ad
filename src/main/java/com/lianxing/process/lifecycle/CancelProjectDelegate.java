package com.lianxing.process.lifecycle;

import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_cancelProject}: ended before it cost anything. */
@Component
class CancelProjectDelegate implements JavaDelegate {

    private final Projects projects;

    CancelProjectDelegate(Projects projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        projects.setStatus(project, ProjectStatus.CANCELLED);
    }
}
