package com.lianxing.process.engine;

import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.springframework.stereotype.Component;

/**
 * {@code ${collectedAnswersListener}} at the end of a business rule task whose table collects: hands all that hold to the
 * next step, as a text with commas in a variable named like the table's column. The engine itself could only store them
 * as a serialized list.
 */
@Component
class CollectedAnswersListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult rows = (DmnDecisionResult)
                Objects.requireNonNull(execution.getVariableLocal(DecisionEvaluationUtil.DECISION_RESULT_VARIABLE));
        rows.getResultList().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .forEach(column -> Var.string(column)
                        .setTransient(
                                execution,
                                String.join(
                                        ",",
                                        rows.collectEntries(column).stream()
                                                .map(String::valueOf)
                                                .distinct()
                                                .sorted()
                                                .toList())));
    }
}
