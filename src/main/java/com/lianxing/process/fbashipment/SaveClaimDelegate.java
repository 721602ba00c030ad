package com.lianxing.process.fbashipment;

import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveClaim}: the claim is with Amazon; what it says is the step's record. */
@Component
class SaveClaimDelegate implements JavaDelegate {

    private final Projects projects;

    SaveClaimDelegate(Projects projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.recordMilestone(FbaShipment.project(execution), "CLAIM_FILED");
    }
}
