package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.Var;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveInspection}: passed, or back to the factory. */
@Component
class SaveInspectionDelegate implements JavaDelegate {

    private static final Var<String> RESULT = Var.string("inspectionResult");

    @Override
    public void execute(DelegateExecution execution) {
        FbaInbound.INSPECTION_PASSED.set(execution, !RESULT.in(execution).equals("FAIL"));
    }
}
