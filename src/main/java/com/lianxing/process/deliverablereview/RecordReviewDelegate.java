package com.lianxing.process.deliverablereview;

import com.lianxing.calendar.Clock;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.Review;
import com.lianxing.deliverable.Verdict;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordReview}: the verdict on the version that was shown, and on no other. */
@Component
class RecordReviewDelegate implements JavaDelegate {

    private static final Var<String> VERDICT = Var.string("reviewVerdict");
    private static final Var<Long> SCORE = Var.number("reviewScore");
    private static final Var<String> COMMENT = Var.string("reviewComment");

    private final Rounds rounds;
    private final Deliverables deliverables;
    private final ActingPerson actor;
    private final Clock clock;

    RecordReviewDelegate(Rounds rounds, Deliverables deliverables, ActingPerson actor, Clock clock) {
        this.rounds = rounds;
        this.deliverables = deliverables;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.recordVersionUnlessRecorded(execution);
        UUID id = DeliverableReview.workItem(execution);
        Review review = new Review(
                DeliverableReview.VERSION.in(execution).intValue(),
                DeliverableReview.VERSION_SHA256.in(execution),
                DeliverableReview.ROUND.in(execution).intValue(),
                Verdict.valueOf(VERDICT.in(execution)),
                SCORE.in(execution).intValue(),
                COMMENT.find(execution).orElse(""),
                actor.id(),
                clock.now());
        deliverables.review(execution.getActivityInstanceId(), id, review);
        DeliverableReview.ACCEPTED.set(execution, review.verdict() == Verdict.ACCEPT);
        DeliverableReview.ROUND_LEFT.set(
                execution, review.round() < deliverables.require(id).maxRounds());
    }
}
