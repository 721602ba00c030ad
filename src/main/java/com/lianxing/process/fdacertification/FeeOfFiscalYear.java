package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.FdaTerms;
import com.lianxing.certification.Filings;
import com.lianxing.money.Money;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.Violations;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The fee counts that the FDA asks for in the fiscal year in which it is paid. */
@Component
class FeeOfFiscalYear {

    private final Certifications certifications;
    private final Filings filings;
    private final FdaTerms terms;

    FeeOfFiscalYear(Certifications certifications, Filings filings, FdaTerms terms) {
        this.certifications = certifications;
        this.filings = filings;
        this.terms = terms;
    }

    /** The fee for the task's filing, if it is paid on that day. */
    FdaTerms.UserFee of(String filing, LocalDate paidOn) {
        Filings.Filing filed = filings.require(filing);
        return terms.fee(certifications.requirePaths(filed.project()), filed.path(), paidOn);
    }

    /** Adds what is wrong with an amount that differs from the fee of that day and says not why. */
    Violations check(Submission submission, String amount, LocalDate paidOn) {
        Optional<Money> fee = of(submission.variable(FdaCertification.FILING_ID).orElseThrow(), paidOn)
                .amount();
        Money entered = Money.parse(submission.text(amount).orElseThrow(), "USD");
        boolean said = submission.text("otherFeeReason").isPresent();
        return new Violations()
                .when(
                        !said && fee.filter(entered::equals).isEmpty(),
                        "otherFeeReason",
                        "rule.otherFee",
                        fee.map(FactLines::amount).orElse("-"));
    }
}
