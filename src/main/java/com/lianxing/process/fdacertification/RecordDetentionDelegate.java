package com.lianxing.process.fdacertification;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.certification.Certifications;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordDetention}: goods that the FDA refuses block their SKUs. */
@Component
class RecordDetentionDelegate implements JavaDelegate {

    private static final Var<String> RESULT = Var.string("detentionResult");

    private final Certifications certifications;
    private final Catalog catalog;
    private final Projects projects;
    private final ActingPerson actor;

    RecordDetentionDelegate(Certifications certifications, Catalog catalog, Projects projects, ActingPerson actor) {
        this.certifications = certifications;
        this.catalog = catalog;
        this.projects = projects;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (RESULT.in(execution).equals("REFUSED")) {
            ProjectCode project = ProjectProcess.project(execution);
            certifications.skus(project).forEach(sku -> catalog.setState(sku, ComplianceState.BLOCKED, actor.id()));
            projects.recordMilestone(project, "REFUSED_ENTRY");
        }
    }
}
