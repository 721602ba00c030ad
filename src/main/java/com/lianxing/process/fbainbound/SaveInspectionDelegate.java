package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.Var;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveInspection}: passed, or back to the factory for the first or a further time. */
@Component
class SaveInspectionDelegate implements JavaDelegate {

    private static final Var<String> RESULT = Var.string("inspectionResult");

    @Override
    public void execute(DelegateExecution execution) {
        boolean failed = RESULT.in(execution).equals("FAIL");
        FbaInbound.INSPECTION_PASSED.set(execution, !failed);
        long failures = FbaInbound.INSPECTION_FAILURES.find(execution).orElse(0L);
        FbaInbound.INSPECTION_FAILURES.set(execution, failed ? failures + 1 : failures);
    }
}
