package com.lianxing.process.fdacertification;

import com.lianxing.calendar.Clock;
import com.lianxing.certification.Certifications;
import com.lianxing.certification.FdaTerms;
import com.lianxing.certification.Filings;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_lookUpAnswer}: was anything answered since what was acted on last? And until when does the FDA mean to answer? */
@Component
class LookUpAnswerDelegate implements JavaDelegate {

    private final OutsideFacts facts;
    private final Filings filings;
    private final Certifications certifications;
    private final FdaTerms terms;
    private final Clock clock;

    LookUpAnswerDelegate(
            OutsideFacts facts, Filings filings, Certifications certifications, FdaTerms terms, Clock clock) {
        this.facts = facts;
        this.filings = filings;
        this.certifications = certifications;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String filing = FdaCertification.FILING_ID.in(execution);
        String seen = FdaCertification.ANSWER_SEEN.in(execution);
        boolean known = facts.beforeWaiting(project, FdaCertification.ANSWERS, filing)
                .filter(fact -> !fact.id().equals(seen))
                .isPresent();
        FdaCertification.ANSWER_KNOWN.setLocal(execution, known);
        int days = terms.reviewDays(
                certifications.requirePaths(project),
                filings.require(filing).path(),
                clock.today(FdaCertification.FDA));
        FdaCertification.REVIEW_GOAL_AT.setLocal(
                execution, Date.from(filings.clock(filing).goalAt(days)));
    }
}
