package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.ServiceNeeds;
import com.lianxing.sourcing.ServiceNeeds.ServiceNeed;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_lookForService}: for which service quotes are compared again because its supplier is replaced; for
 * none if the project buys neither an agency nor a US agent.
 */
@Component
class LookForServiceDelegate implements JavaDelegate {

    private final ServiceNeeds needs;

    LookForServiceDelegate(ServiceNeeds needs) {
        this.needs = needs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<ServiceNeed> replaced = needs.of(ProjectProcess.project(execution)).stream()
                .filter(need -> need.purchase() != Purchase.LAB_TESTS)
                .findFirst();
        FdaCertification.BOUGHT_OUTSIDE.setLocal(execution, replaced.isPresent());
        FdaCertification.PURCHASE.setLocal(
                execution, replaced.map(need -> need.purchase().name()).orElse(""));
        FdaCertification.SUBJECT.setLocal(
                execution, replaced.map(ServiceNeed::specification).orElse(""));
        FdaCertification.BUYERS.setLocal(execution, TakeServiceDelegate.BUYERS);
    }
}
