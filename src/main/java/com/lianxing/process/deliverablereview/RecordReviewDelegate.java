package com.lianxing.process.deliverablereview;

import com.lianxing.deliverable.Reviews;
import com.lianxing.deliverable.Reviews.Review;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordReview}: the verdict on this version. */
@Component
class RecordReviewDelegate implements JavaDelegate {

    private static final Var<String> VERDICT = Var.string("reviewVerdict");
    private static final Var<Long> SCORE = Var.number("reviewScore");
    private static final Var<String> COMMENT = Var.string("reviewComment");

    private final Reviews reviews;
    private final ActingPerson actor;

    RecordReviewDelegate(Reviews reviews, ActingPerson actor) {
        this.reviews = reviews;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Review review = new Review(
                DeliverableReview.project(execution),
                DeliverableReview.KIND.in(execution),
                DeliverableReview.ROUND.in(execution).intValue(),
                VERDICT.in(execution),
                SCORE.in(execution).intValue(),
                COMMENT.find(execution).orElse(""),
                actor.id());
        reviews.record(execution.getActivityInstanceId(), review);
        DeliverableReview.ACCEPTED.set(execution, review.verdict().equals("ACCEPT"));
    }
}
