package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_activateCertification}: the budget stands; each path on which something is filed is gone by itself. */
@Component
class ActivateCertificationDelegate implements JavaDelegate {

    private final Certifications certifications;
    private final KeptProofs proofs;
    private final Projects projects;

    ActivateCertificationDelegate(Certifications certifications, KeptProofs proofs, Projects projects) {
        this.certifications = certifications;
        this.proofs = proofs;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        projects.setStatus(project, ProjectStatus.ACTIVE);
        projects.recordMilestone(project, "FUNDED");
        int filed = certifications.requirePaths(project).filed().size();
        FdaCertification.PATH_COUNT.set(execution, (long) filed);
        FdaCertification.PROOF_COUNT.set(
                execution, (long) proofs.needed(project).size());
    }
}
