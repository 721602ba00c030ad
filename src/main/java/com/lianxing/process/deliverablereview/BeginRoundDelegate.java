package com.lianxing.process.deliverablereview;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_beginRound}: the next version is asked for. */
@Component
class BeginRoundDelegate implements JavaDelegate {

    private final Rounds rounds;

    BeginRoundDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long round = DeliverableReview.ROUND.find(execution).orElse(0L) + 1;
        DeliverableReview.ROUND.set(execution, round);
        DeliverableReview.ACCEPTED.set(execution, false);
        rounds.ask(execution);
    }
}
