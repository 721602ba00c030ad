package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The fee is that of the fiscal year in which it was paid. */
@Component
class PayUserFeeRule implements SubmissionRule {

    private final FeeOfFiscalYear fees;
    private final EnteredTimes times;

    PayUserFeeRule(FeeOfFiscalYear fees, EnteredTimes times) {
        this.fees = fees;
        this.times = times;
    }

    @Override
    public String formId() {
        return "fda-certification-pay-user-fee";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return fees.check(submission, "paidFeeUsd", submission.date("feePaidOn").orElseThrow())
                .when(times.isInFuture(submission, "feePaidOn"), "feePaidOn", "rule.notFuture")
                .list();
    }
}
