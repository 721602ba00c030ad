package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.process.quotecomparison.QuoteComparison;
import com.lianxing.process.quotecomparison.QuoteEnd;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import java.util.List;
import org.springframework.stereotype.Component;

/** The chosen quote is good today, and until somebody has decided. */
@Component
class OrderServiceRule implements SubmissionRule {

    private final EnteredTimes times;
    private final QuoteEnd quoteEnd;
    private final QuoteComparisons comparisons;

    OrderServiceRule(EnteredTimes times, QuoteEnd quoteEnd, QuoteComparisons comparisons) {
        this.times = times;
        this.quoteEnd = quoteEnd;
        this.comparisons = comparisons;
    }

    @Override
    public String formId() {
        return "fda-certification-order-service";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Purchase purchase = QuoteComparison.purchase(submission);
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        boolean expired = comparisons.goodChoice(project, purchase).isEmpty();
        Violations violations = new Violations()
                .when(expired, "supplierId", "rule.chosenQuoteExpired")
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future");
        return quoteEnd.check(violations, submission, purchase).list();
    }
}
