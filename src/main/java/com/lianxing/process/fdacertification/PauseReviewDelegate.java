package com.lianxing.process.fdacertification;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.certification.FdaTerms;
import com.lianxing.certification.Filings;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_pauseReview}: the FDA waits for us, and takes the filing for withdrawn if it waits too long. */
@Component
class PauseReviewDelegate implements JavaDelegate {

    private final Filings filings;
    private final FdaTerms terms;

    PauseReviewDelegate(Filings filings, FdaTerms terms) {
        this.filings = filings;
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Filings.Event held =
                filings.last(FdaCertification.FILING_ID.in(execution)).orElseThrow();
        LocalDate asked = LocalDate.ofInstant(held.at(), FdaCertification.FDA);
        Deadline due =
                Deadline.endOf(asked.plusDays(terms.answerDays(asked)), FdaCertification.FDA, DeadlineKind.LEGAL);
        FdaCertification.ANSWER_DUE_AT.setLocal(execution, Date.from(due.instant()));
    }
}
