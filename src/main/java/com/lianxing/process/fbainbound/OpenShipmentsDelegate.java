package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openShipments}: a shipment for each one of Amazon's plan. */
@Component
class OpenShipmentsDelegate implements JavaDelegate {

    private final Inbound inbound;
    private final Projects projects;

    OpenShipmentsDelegate(Inbound inbound, Projects projects) {
        this.inbound = inbound;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = new ProjectCode(FbaInbound.PROJECT_CODE.in(execution));
        FbaInbound.SHIPMENT_COUNT.set(
                execution, (long) inbound.openShipments(project).size());
        projects.recordMilestone(project, "INBOUND_PLAN_CONFIRMED");
    }
}
