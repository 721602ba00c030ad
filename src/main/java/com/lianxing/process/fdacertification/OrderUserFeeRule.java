package com.lianxing.process.fdacertification;

import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The fee is that of today's fiscal year, and a decision on it can still be made in time. */
@Component
class OrderUserFeeRule implements SubmissionRule {

    private final FeeOfFiscalYear fees;
    private final EnteredTimes times;
    private final Clock clock;

    OrderUserFeeRule(FeeOfFiscalYear fees, EnteredTimes times, Clock clock) {
        this.fees = fees;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "fda-certification-order-user-fee";
    }

    @Override
    public List<Violation> check(Submission submission) {
        return fees.check(submission, "feeUsd", clock.today(FdaCertification.FDA))
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future")
                .list();
    }
}
