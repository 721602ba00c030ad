package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordPlan}: counts the SKUs, each of which compliance looks at, and the room they take at Amazon. */
@Component
class RecordPlanDelegate implements JavaDelegate {

    private static final Var<String> CAPACITY = Var.string("capacityCuFt");

    private final Inbound inbound;

    RecordPlanDelegate(Inbound inbound) {
        this.inbound = inbound;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        FbaInbound.SKU_COUNT.set(execution, (long) inbound.items(project).size());
        BigDecimal limit = new BigDecimal(CAPACITY.in(execution));
        FbaInbound.WITHIN_CAPACITY.set(execution, inbound.cubicFeet(project).compareTo(limit) <= 0);
    }
}
