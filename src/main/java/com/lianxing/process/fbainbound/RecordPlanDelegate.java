package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordPlan}: counts the SKUs, each of which compliance looks at by itself. */
@Component
class RecordPlanDelegate implements JavaDelegate {

    private final Inbound inbound;

    RecordPlanDelegate(Inbound inbound) {
        this.inbound = inbound;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = new ProjectCode(FbaInbound.PROJECT_CODE.in(execution));
        FbaInbound.SKU_COUNT.set(execution, (long) inbound.items(project).size());
    }
}
