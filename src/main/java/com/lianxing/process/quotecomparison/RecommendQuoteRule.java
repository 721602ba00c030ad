package com.lianxing.process.quotecomparison;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Comparison;
import com.lianxing.sourcing.Normalised.Comparable;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A quote that is good today is recommended; another one than the cheapest, and too few of them, need a reason. */
@Component
class RecommendQuoteRule implements SubmissionRule {

    private final QuoteOffers offers;

    RecommendQuoteRule(QuoteOffers offers) {
        this.offers = offers;
    }

    @Override
    public String formId() {
        return "quote-comparison-recommend-quote";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Comparison comparison = offers.of(
                new ProjectCode(submission.projectCode().orElseThrow()), QuoteComparison.purchase(submission));
        Optional<String> number = submission.text("winnerQuoteNo");
        Optional<Comparable> winner = number.flatMap(comparison::find);
        boolean incomparable = number.flatMap(comparison::findIncomparable).isPresent();
        int valid = comparison.valid().size();
        Violations violations = new Violations()
                .when(winner.isEmpty() && !incomparable, "winnerQuoteNo", "rule.quoteUnknown")
                .when(incomparable, "winnerQuoteNo", "rule.quoteIncomparable")
                .when(
                        valid < QuoteComparison.ENOUGH
                                && submission.text("singleSourceReason").isEmpty(),
                        "singleSourceReason",
                        "rule.fewQuotes",
                        valid,
                        QuoteComparison.ENOUGH);
        winner.ifPresent(offer -> violations
                .when(
                        !comparison.isValid(offer),
                        "winnerQuoteNo",
                        "rule.quoteExpired",
                        offer.quote().validUntil().toString())
                .when(
                        !comparison.isCheapest(offer)
                                && submission.text("notCheapestReason").isEmpty(),
                        "notCheapestReason",
                        "rule.notCheapest"));
        return violations.list();
    }
}
