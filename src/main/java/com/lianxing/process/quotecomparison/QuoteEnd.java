package com.lianxing.process.quotecomparison;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.QuoteComparisons.Chosen;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Nothing is held by a quote that expires while people decide. One that had expired before counts as not compared: see
 * {@link QuoteComparisons#quotesCompared}.
 */
@Component
public class QuoteEnd {

    private static final ZoneId QUOTED_IN = ZoneId.of("Asia/Shanghai");

    private final QuoteComparisons comparisons;

    QuoteEnd(QuoteComparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** Refuses a form that leaves more time to decide than the chosen quote is good for. */
    public Violations check(Violations violations, Submission submission, Purchase purchase) {
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        comparisons
                .goodChoice(project, purchase)
                .ifPresent(choice -> violations.when(
                        isDecidedAfter(choice, submission),
                        "approvalNeededAt",
                        "rule.quoteEndsBefore",
                        choice.validUntil().toString()));
        return violations;
    }

    private static boolean isDecidedAfter(Chosen choice, Submission submission) {
        Deadline end = Deadline.endOf(choice.validUntil(), QUOTED_IN, DeadlineKind.CONTRACT);
        return submission
                .dateTime("approvalNeededAt")
                .flatMap(local -> submission
                        .zone("approvalNeededZone")
                        .map(zone -> local.atZone(zone).toInstant().isAfter(end.instant())))
                .orElse(false);
    }
}
