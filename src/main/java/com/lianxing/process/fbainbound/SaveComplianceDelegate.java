package com.lianxing.process.fbainbound;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.catalog.Dangers;
import com.lianxing.certification.Certifications;
import com.lianxing.inbound.FdaFindings;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.LinkedDates;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.LinkKind;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveCompliance}: what compliance found of a SKU; one to be cleared waits for the projects that certify it. */
@Component
class SaveComplianceDelegate implements JavaDelegate {

    private static final Var<String> RESULT = Var.string("complianceResult");
    private static final Var<String> FDA_PATH = Var.string("fdaPath");
    private static final Var<String> BATTERY = Var.string("battery");
    private static final Var<String> HAZMAT = Var.string("hazmatStatus");

    private final Catalog catalog;
    private final Certifications certifications;
    private final FdaFindings findings;
    private final LinkedDates links;
    private final ActingPerson actor;

    SaveComplianceDelegate(
            Catalog catalog,
            Certifications certifications,
            FdaFindings findings,
            LinkedDates links,
            ActingPerson actor) {
        this.catalog = catalog;
        this.certifications = certifications;
        this.findings = findings;
        this.links = links;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        catalog.setDangers(
                FbaInbound.SKU.in(execution),
                new Dangers(
                        Dangers.Battery.valueOf(BATTERY.in(execution)), Dangers.Hazmat.valueOf(HAZMAT.in(execution))),
                actor.id());
        boolean cleared = RESULT.in(execution).equals("CLEARED");
        catalog.setState(
                FbaInbound.SKU.in(execution),
                cleared ? ComplianceState.CLEARED : ComplianceState.NOT_CLEARED,
                actor.id());
        findings.keep(
                ProjectProcess.project(execution), FbaInbound.SKU.in(execution), FDA_PATH.in(execution), actor.id());
        FbaInbound.SKU_CLEARED.setLocal(execution, cleared);
        if (!cleared) {
            waitForCertifications(ProjectProcess.project(execution), FbaInbound.SKU.in(execution));
        }
    }

    private void waitForCertifications(ProjectCode project, String sku) {
        for (ProjectCode certification : certifications.openProjectsWith(sku)) {
            links.link(new ProjectLink(
                    project, certification, LinkKind.NEEDS_CLEARANCE, FbaInbound.CLEARED_DAYS_BEFORE_TARGET));
        }
    }
}
