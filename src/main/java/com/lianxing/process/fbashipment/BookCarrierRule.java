package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.process.quotecomparison.QuoteEnd;
import com.lianxing.sourcing.Purchase;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Amazon is never the importer of record, a ship sails before it arrives, and the quote is good until somebody has
 * decided.
 */
@Component
class BookCarrierRule implements SubmissionRule {

    private final EnteredTimes times;
    private final QuoteEnd quoteEnd;

    BookCarrierRule(EnteredTimes times, QuoteEnd quoteEnd) {
        this.times = times;
        this.quoteEnd = quoteEnd;
    }

    @Override
    public String formId() {
        return "fba-shipment-book-carrier";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean amazon = submission
                .text("iorName")
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("amazon"))
                .isPresent();
        Violations violations = new Violations().when(amazon, "iorName", "rule.importerAmazon");
        VoyageTimes.check(violations, submission, times)
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future");
        return quoteEnd.check(violations, submission, Purchase.FREIGHT).list();
    }
}
