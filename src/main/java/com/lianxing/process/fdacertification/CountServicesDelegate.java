package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.sourcing.ServiceNeeds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_countServices}: how many services are bought outside. */
@Component
class CountServicesDelegate implements JavaDelegate {

    private final ServiceNeeds needs;

    CountServicesDelegate(ServiceNeeds needs) {
        this.needs = needs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int services = needs.of(ProjectProcess.project(execution)).size();
        FdaCertification.SERVICE_COUNT.set(execution, (long) services);
    }
}
