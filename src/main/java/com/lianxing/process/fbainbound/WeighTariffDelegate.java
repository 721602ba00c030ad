package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Tariffs;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_weighTariff}: a change of the duty matters beyond a twentieth of the budget, up or down. */
@Component
class WeighTariffDelegate implements JavaDelegate {

    private static final BigDecimal PER_CENT = BigDecimal.valueOf(5);

    private final Tariffs tariffs;
    private final BudgetLedger ledger;

    WeighTariffDelegate(Tariffs tariffs, BudgetLedger ledger) {
        this.tariffs = tariffs;
        this.ledger = ledger;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        BigDecimal change = tariffs.lastChange(project)
                .map(last -> last.change().amount().abs())
                .orElse(BigDecimal.ZERO);
        BigDecimal twentieth =
                ledger.total(project).limit().amount().movePointLeft(2).multiply(PER_CENT);
        FbaInbound.TARIFF_MATTERS.setLocal(execution, change.compareTo(twentieth) > 0);
    }
}
