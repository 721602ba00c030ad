package com.lianxing.process.deliverablereview;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordVersion}: pins the number and the hash that the reviewer will be shown. */
@Component
class RecordVersionDelegate implements JavaDelegate {

    private final Rounds rounds;

    RecordVersionDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.recordVersion(execution);
    }
}
