package com.lianxing.process.fdacertification;

import com.lianxing.costing.Payments;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_postUserFee}: what the FDA was paid, against the hold made for it. */
@Component
class PostUserFeeDelegate implements JavaDelegate {

    private static final Var<String> PAID = Var.string("paidFeeUsd");
    private static final Var<String> COVER_SHEET = Var.string("coverSheetNo");

    private final Payments payments;
    private final ActingPerson actor;

    PostUserFeeDelegate(Payments payments, ActingPerson actor) {
        this.payments = payments;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String coverSheet = COVER_SHEET.in(execution);
        String filing = FdaCertification.FILING_ID.in(execution);
        Payments.Payment fee = new Payments.Payment(
                String.join(":", filing, "FEE", coverSheet),
                ProjectProcess.project(execution),
                BudgetLine.USER_FEE,
                Money.parse(PAID.in(execution), "USD"),
                coverSheet,
                Mandate.of(actor.id()),
                "FDA user fee");
        String request = FdaCertification.REQUEST_ID.in(execution);
        if (payments.settle(List.of(fee), payment -> request).isPresent()) {
            throw new IllegalStateException("US dollars need no rate");
        }
    }
}
