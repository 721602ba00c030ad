package com.lianxing.process.fbainbound;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_blockProject}: what cannot be cleared is not bought. */
@Component
class BlockProjectDelegate implements JavaDelegate {

    private final ApprovalRequests requests;
    private final Projects projects;

    BlockProjectDelegate(ApprovalRequests requests, Projects projects) {
        this.requests = requests;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        requests.withdrawAll(project);
        projects.setStatus(project, ProjectStatus.CLOSED_FAILED);
        FbaInbound.OUTCOME.set(execution, "BLOCKED_COMPLIANCE");
    }
}
