package com.lianxing.process.fbainbound;

import com.lianxing.inbound.OutsideFacts;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_lookUpClearance}: was this SKU cleared before anybody waited for it? */
@Component
class LookUpClearanceDelegate implements JavaDelegate {

    private final OutsideFacts facts;

    LookUpClearanceDelegate(OutsideFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = new ProjectCode(FbaInbound.PROJECT_CODE.in(execution));
        String subject = FbaInbound.clearanceSubject(execution);
        FbaInbound.CLEARANCE_KNOWN.setLocal(
                execution,
                facts.beforeWaiting(project, FbaInbound.CLEARED, subject).isPresent());
    }
}
