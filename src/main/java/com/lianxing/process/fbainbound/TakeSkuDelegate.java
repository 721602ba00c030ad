package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takeSku}, {@code serviceTask_takeSkuToLabel}: the SKU of this instance, by its place in the plan. */
@Component
class TakeSkuDelegate implements JavaDelegate {

    private final Inbound inbound;

    TakeSkuDelegate(Inbound inbound) {
        this.inbound = inbound;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        int place = Math.toIntExact(FbaInbound.LOOP_COUNTER.in(execution));
        FbaInbound.SKU.setLocal(
                execution, inbound.items(project).get(place).sku().code());
    }
}
