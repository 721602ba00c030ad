package com.lianxing.process.lifecycle;

import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_rejectProject}: no budget, no project. */
@Component
class RejectProjectDelegate implements JavaDelegate {

    private final Projects projects;

    RejectProjectDelegate(Projects projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        projects.setStatus(project, ProjectStatus.REJECTED);
    }
}
