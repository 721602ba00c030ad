package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.BlockedSkus;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordDetention}: goods that the FDA refuses block their SKUs until they are cleared anew. */
@Component
class RecordDetentionDelegate implements JavaDelegate {

    private static final Var<String> RESULT = Var.string("detentionResult");

    private final Certifications certifications;
    private final BlockedSkus blocked;
    private final Projects projects;

    RecordDetentionDelegate(Certifications certifications, BlockedSkus blocked, Projects projects) {
        this.certifications = certifications;
        this.blocked = blocked;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (RESULT.in(execution).equals("REFUSED")) {
            ProjectCode project = ProjectProcess.project(execution);
            blocked.block(
                    new TreeSet<>(certifications.skus(project)), FdaCertification.REFUSED_ENTRY, "FDA: " + project);
            projects.recordMilestone(project, "REFUSED_ENTRY");
        }
    }
}
