package com.lianxing.process.fdacertification;

import com.lianxing.access.Role;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.sourcing.ServiceNeeds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takeService}, {@code serviceTask_takePurchase}: which service this pass is about. */
@Component
class TakeServiceDelegate implements JavaDelegate {

    static final String BUYERS = Role.PURCHASING.id() + "," + Role.COMPLIANCE.id();

    private final ServiceNeeds needs;

    TakeServiceDelegate(ServiceNeeds needs) {
        this.needs = needs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int position = Math.toIntExact(FdaCertification.LOOP_COUNTER.in(execution));
        ServiceNeeds.ServiceNeed need =
                needs.of(ProjectProcess.project(execution)).get(position);
        FdaCertification.PURCHASE.setLocal(execution, need.purchase().name());
        FdaCertification.SUBJECT.setLocal(execution, need.specification());
        FdaCertification.BUYERS.setLocal(execution, BUYERS);
        // Of this service alone: others are bought at the same time.
        FdaCertification.QUOTE_STILL_VALID.setLocal(execution, false);
        FdaCertification.REQUEST_ID.setLocal(execution, "");
        FdaCertification.DECISION.setLocal(execution, "");
    }
}
