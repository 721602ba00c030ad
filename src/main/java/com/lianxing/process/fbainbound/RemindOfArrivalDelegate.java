package com.lianxing.process.fbainbound;

import com.lianxing.access.Role;
import com.lianxing.calendar.Deadline;
import com.lianxing.inbound.ArrivalLimit;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.Voyages;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_remindOfArrival}: which shipments have not come to Amazon yet, and until when it waits for them;
 * nothing if all have.
 */
@Component
class RemindOfArrivalDelegate implements JavaDelegate {

    private final Inbound inbound;
    private final Voyages voyages;
    private final ArrivalLimit arrival;
    private final Notices notices;

    RemindOfArrivalDelegate(Inbound inbound, Voyages voyages, ArrivalLimit arrival, Notices notices) {
        this.inbound = inbound;
        this.voyages = voyages;
        this.arrival = arrival;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        List<String> notArrived = voyages.notArrived(project);
        String shipments = inbound.shipments(project).stream()
                .filter(shipment -> notArrived.contains(shipment.id()))
                .map(Inbound.Shipment::amazonShipmentId)
                .collect(Collectors.joining(", "));
        if (shipments.isEmpty()) {
            return;
        }
        Deadline limit = arrival.of(project).orElseThrow();
        for (Role role : List.of(Role.LOGISTICS, Role.PROJECT_MANAGER)) {
            notices.tell(
                    project,
                    role,
                    "arrival:" + limit.instant(),
                    "ARRIVAL_DUE",
                    "notice.arrivalDue",
                    project,
                    shipments,
                    limit.local().toLocalDate().toString());
        }
    }
}
