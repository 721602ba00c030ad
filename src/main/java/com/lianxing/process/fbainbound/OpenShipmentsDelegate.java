package com.lianxing.process.fbainbound;

import com.lianxing.access.Role;
import com.lianxing.inbound.ArrivalLimit;
import com.lianxing.inbound.Inbound;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import com.lianxing.project.Projects;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_openShipments}: a shipment for each one of Amazon's plan. The manager is told if they are delivered
 * after the target date.
 */
@Component
class OpenShipmentsDelegate implements JavaDelegate {

    private final Inbound inbound;
    private final Projects projects;
    private final ProjectSteps submitted;
    private final Notices notices;
    private final ArrivalLimit arrival;

    OpenShipmentsDelegate(
            Inbound inbound, Projects projects, ProjectSteps submitted, Notices notices, ArrivalLimit arrival) {
        this.inbound = inbound;
        this.projects = projects;
        this.submitted = submitted;
        this.notices = notices;
        this.arrival = arrival;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        FbaInbound.SHIPMENT_COUNT.set(
                execution, (long) inbound.openShipments(project).size());
        FbaInbound.ARRIVAL_REMINDER_AT.set(
                execution, Date.from(arrival.reminder(project).orElseThrow().instant()));
        projects.recordMilestone(project, "INBOUND_PLAN_CONFIRMED");
        submitted
                .latestOf(project, "choose-delivery", "confirm-inbound-plan")
                .map(step -> LocalDate.parse(String.valueOf(step.values().get("windowTo"))))
                .ifPresent(last -> tellIfLate(projects.require(project), last));
    }

    private void tellIfLate(Project project, LocalDate last) {
        LocalDate target = project.target().local().toLocalDate();
        if (last.isAfter(target)) {
            notices.tell(
                    project.code(),
                    Role.PROJECT_MANAGER,
                    "window:" + last,
                    "DATE_AT_RISK",
                    "notice.windowAfterTarget",
                    project.code(),
                    last.toString(),
                    target.toString());
        }
    }
}
