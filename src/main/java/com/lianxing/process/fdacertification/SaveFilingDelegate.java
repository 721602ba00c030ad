package com.lianxing.process.fdacertification;

import com.lianxing.certification.Filings;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveFiling}: the FDA has it from that day. */
@Component
class SaveFilingDelegate implements JavaDelegate {

    private static final Var<String> SYSTEM = Var.string("filingSystem");
    private static final Var<String> NUMBER = Var.string("submissionNo");
    private static final Var<String> SUBMITTED_ON = Var.string("submittedOn");

    private final Filings filings;
    private final ActingPerson actor;

    SaveFilingDelegate(Filings filings, ActingPerson actor) {
        this.filings = filings;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        filings.note(
                FdaCertification.FILING_ID.in(execution),
                Filings.Kind.SUBMITTED,
                FdaCertification.dayOfFda(SUBMITTED_ON.in(execution)),
                SYSTEM.in(execution) + " " + NUMBER.in(execution),
                actor.id());
    }
}
