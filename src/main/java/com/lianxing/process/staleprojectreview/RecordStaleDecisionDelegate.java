package com.lianxing.process.staleprojectreview;

import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.StaleProjects;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordDecision}: it goes on until it is looked at again, or is to be closed. */
@Component
class RecordStaleDecisionDelegate implements JavaDelegate {

    private static final Var<String> NEXT_REVIEW = Var.string("nextReviewOn");

    private final StaleProjects stale;
    private final ActingPerson actor;

    RecordStaleDecisionDelegate(StaleProjects stale, ActingPerson actor) {
        this.stale = stale;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean closes = StaleProjectReview.DECISION.in(execution).equals("CLOSE");
        stale.settle(
                ProjectProcess.project(execution),
                closes ? StaleProjects.Outcome.CLOSED : StaleProjects.Outcome.EXTENDED,
                closes ? null : LocalDate.parse(NEXT_REVIEW.in(execution)),
                StaleProjectReview.REASON.in(execution),
                actor.id());
    }
}
