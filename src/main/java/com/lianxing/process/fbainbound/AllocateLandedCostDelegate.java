package com.lianxing.process.fbainbound;

import com.lianxing.inbound.LandedCosts;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_allocateLandedCost}: what each SKU cost until it could be sold. */
@Component
class AllocateLandedCostDelegate implements JavaDelegate {

    private final LandedCosts landedCosts;

    AllocateLandedCostDelegate(LandedCosts landedCosts) {
        this.landedCosts = landedCosts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = new ProjectCode(FbaInbound.PROJECT_CODE.in(execution));
        landedCosts.settle(project);
    }
}
