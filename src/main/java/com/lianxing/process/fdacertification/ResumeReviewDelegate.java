package com.lianxing.process.fdacertification;

import com.lianxing.certification.Filings;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_resumeReview}: the FDA has what it asked for, and its clock goes on. */
@Component
class ResumeReviewDelegate implements JavaDelegate {

    private static final Var<String> SENT_ON = Var.string("answerSentOn");
    private static final Var<String> SUMMARY = Var.string("answerSummary");

    private final Filings filings;
    private final ActingPerson actor;

    ResumeReviewDelegate(Filings filings, ActingPerson actor) {
        this.filings = filings;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String filing = FdaCertification.FILING_ID.in(execution);
        Instant held = filings.last(filing).orElseThrow().at();
        Instant sent = FdaCertification.dayOfFda(SENT_ON.in(execution));
        filings.note(
                filing, Filings.Kind.ANSWERED, sent.isBefore(held) ? held : sent, SUMMARY.in(execution), actor.id());
    }
}
