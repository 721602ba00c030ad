package com.lianxing.process.fbainbound;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.process.engine.ActingPerson;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveClearance}: from now on the SKU may be sold. */
@Component
class SaveClearanceDelegate implements JavaDelegate {

    private final Catalog catalog;
    private final ActingPerson actor;

    SaveClearanceDelegate(Catalog catalog, ActingPerson actor) {
        this.catalog = catalog;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        catalog.setState(FbaInbound.SKU.in(execution), ComplianceState.CLEARED, actor.id());
    }
}
