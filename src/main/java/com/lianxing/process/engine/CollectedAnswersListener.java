package com.lianxing.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
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
        Var.collected(execution)
                .forEach((column, answers) -> Var.string(column).setTransient(execution, String.join(",", answers)));
    }
}
