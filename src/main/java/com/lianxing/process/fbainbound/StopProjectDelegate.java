package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.process.lifecycle.ProjectStop;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_stopProject}: nothing new begins; was some money committed already, and does Amazon expect the
 * goods?
 */
@Component
class StopProjectDelegate implements JavaDelegate {

    private final ProjectStop stop;
    private final InboundPlans plans;
    private final Inbound inbound;
    private final ShipmentEnds ends;

    StopProjectDelegate(ProjectStop stop, InboundPlans plans, Inbound inbound, ShipmentEnds ends) {
        this.stop = stop;
        this.plans = plans;
        this.inbound = inbound;
        this.ends = ends;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        FbaInbound.ANYTHING_COMMITTED.set(execution, stop.stop(project));
        FbaInbound.PLAN_TO_VOID.set(execution, isStillExpected(project));
    }

    /** Whether Amazon waits for goods: under a plan that is not void, of which not every shipment has ended. */
    private boolean isStillExpected(ProjectCode project) {
        List<Inbound.Shipment> shipments = inbound.shipments(project);
        boolean allEnded = !shipments.isEmpty() && ends.of(project).size() == shipments.size();
        return plans.latest(project).isPresent() && !plans.isVoid(project) && !allEnded;
    }
}
