package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_publishClearance}: from now on the SKUs may be imported and sold. */
@Component
class PublishClearanceDelegate implements JavaDelegate {

    private final Clearances clearances;
    private final Projects projects;

    PublishClearanceDelegate(Clearances clearances, Projects projects) {
        this.clearances = clearances;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        clearances.publish(project);
        projects.recordMilestone(project, "CLEARED");
    }
}
