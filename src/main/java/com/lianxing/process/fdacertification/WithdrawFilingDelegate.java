package com.lianxing.process.fdacertification;

import com.lianxing.calendar.Clock;
import com.lianxing.certification.Filings;
import com.lianxing.process.engine.ActingPerson;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_withdrawFiling}: nobody answered in time. */
@Component
class WithdrawFilingDelegate implements JavaDelegate {

    private final Filings filings;
    private final Clock clock;
    private final ActingPerson actor;

    WithdrawFilingDelegate(Filings filings, Clock clock, ActingPerson actor) {
        this.filings = filings;
        this.clock = clock;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        filings.note(
                FdaCertification.FILING_ID.in(execution), Filings.Kind.WITHDRAWN, clock.now(), "no answer", actor.id());
    }
}
