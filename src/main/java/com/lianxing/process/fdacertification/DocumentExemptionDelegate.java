package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_documentExemption}: the FDA asks for nothing, and the memo says why. */
@Component
class DocumentExemptionDelegate implements JavaDelegate {

    private final Clearances clearances;
    private final Projects projects;

    DocumentExemptionDelegate(Clearances clearances, Projects projects) {
        this.clearances = clearances;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        clearances.publish(project);
        projects.recordMilestone(project, "EXEMPTION_DOCUMENTED");
        projects.setStatus(project, ProjectStatus.ACTIVE);
        projects.setStatus(project, ProjectStatus.CLOSING);
        projects.setStatus(project, ProjectStatus.CLOSED_SUCCESS);
    }
}
