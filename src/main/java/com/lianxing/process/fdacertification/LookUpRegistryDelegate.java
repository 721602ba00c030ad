package com.lianxing.process.fdacertification;

import com.lianxing.certification.ComplianceLookup;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_lookUpRegistry}: can the FDA's public data be asked? Where they cannot, a person looks alone. */
@Component
class LookUpRegistryDelegate implements JavaDelegate {

    private final ComplianceLookup lookup;

    LookUpRegistryDelegate(ComplianceLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FdaCertification.REGISTRY_CONNECTED.set(execution, lookup.isConnected());
    }
}
