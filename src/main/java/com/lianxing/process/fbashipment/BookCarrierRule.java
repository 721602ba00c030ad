package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.QuoteComparisons;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Amazon is never the importer of record, a ship sails before it arrives, and nothing is held by a quote that expires while
 * people decide. One that had expired before counts as not compared: see {@link QuoteComparisons#quotesCompared}.
 */
@Component
class BookCarrierRule implements SubmissionRule {

    private static final ZoneId QUOTED_IN = ZoneId.of("Asia/Shanghai");

    private final EnteredTimes times;
    private final QuoteComparisons comparisons;

    BookCarrierRule(EnteredTimes times, QuoteComparisons comparisons) {
        this.times = times;
        this.comparisons = comparisons;
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
        return VoyageTimes.check(violations, submission, times)
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future")
                .when(decidedTooLate(submission), "approvalNeededAt", "rule.quoteEndsBefore", goodUntil(submission))
                .list();
    }

    private boolean decidedTooLate(Submission submission) {
        return goodChoice(submission)
                .map(choice -> Deadline.endOf(choice.validUntil(), QUOTED_IN, DeadlineKind.CONTRACT))
                .flatMap(end -> submission
                        .dateTime("approvalNeededAt")
                        .flatMap(local -> submission
                                .zone("approvalNeededZone")
                                .map(zone -> local.atZone(zone).toInstant().isAfter(end.instant()))))
                .orElse(false);
    }

    private String goodUntil(Submission submission) {
        return goodChoice(submission)
                .map(choice -> choice.validUntil().toString())
                .orElse("");
    }

    private Optional<QuoteComparisons.Chosen> goodChoice(Submission submission) {
        return comparisons.goodChoice(new ProjectCode(submission.projectCode().orElseThrow()));
    }
}
