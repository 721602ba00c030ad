package com.lianxing.process.quotecomparison;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.QuoteComparisons.Comparison;
import com.lianxing.sourcing.QuoteComparisons.Offer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A quote that is good today is recommended; another one than the cheapest, and too few of them, need a reason. */
@Component
class RecommendQuoteRule implements SubmissionRule {

    private final FreightOffers offers;

    RecommendQuoteRule(FreightOffers offers) {
        this.offers = offers;
    }

    @Override
    public String formId() {
        return "quote-comparison-recommend-quote";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Comparison comparison =
                offers.of(new ProjectCode(submission.projectCode().orElseThrow()));
        Optional<Offer> winner = submission.text("winnerQuoteNo").flatMap(comparison::find);
        boolean expired = winner.filter(comparison::isValid).isEmpty();
        int valid = comparison.valid().size();
        Violations violations = new Violations()
                .when(winner.isEmpty(), "winnerQuoteNo", "rule.quoteUnknown")
                .when(
                        valid < QuoteComparison.ENOUGH
                                && submission.text("singleSourceReason").isEmpty(),
                        "singleSourceReason",
                        "rule.fewQuotes",
                        valid,
                        QuoteComparison.ENOUGH);
        winner.ifPresent(offer -> violations
                .when(
                        expired,
                        "winnerQuoteNo",
                        "rule.quoteExpired",
                        offer.validUntil().toString())
                .when(
                        !comparison.isCheapest(offer)
                                && submission.text("notCheapestReason").isEmpty(),
                        "notCheapestReason",
                        "rule.notCheapest"));
        return violations.list();
    }
}
