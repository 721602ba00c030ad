package com.lianxing.process.deliverablereview;

import com.lianxing.access.Role;
import com.lianxing.process.engine.Notices;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_reportLateDelivery}: whoever enters it chases the outside party, and the manager knows. */
@Component
class ReportLateDeliveryDelegate implements JavaDelegate {

    private final Notices notices;

    ReportLateDeliveryDelegate(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = DeliverableReview.project(execution);
        Role deliverer =
                Role.of(DeliverableReview.DELIVERER_GROUP.in(execution)).orElseThrow();
        String occasion = "delivery:" + execution.getProcessInstanceId() + ":" + DeliverableReview.ROUND.in(execution);
        for (Role role : List.of(deliverer, Role.PROJECT_MANAGER)) {
            notices.tell(project, role, occasion, "DELIVERY_LATE", "notice.deliveryLate", project);
        }
    }
}
