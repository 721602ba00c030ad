package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.Inbound.FreightQuote;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Freight is chosen among quotes that are good, and enough of them or a reason; another mode than recommended needs one too. */
@Component
class CompareFreightRule implements SubmissionRule {

    private static final int ENOUGH = 3;

    private final Inbound inbound;
    private final EnteredTimes times;

    CompareFreightRule(Inbound inbound, EnteredTimes times) {
        this.inbound = inbound;
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-inbound-compare-freight";
    }

    @Override
    public List<Violation> check(Submission submission) {
        List<FreightQuote> quotes =
                inbound.quotes(new ProjectCode(submission.projectCode().orElseThrow()));
        Violations violations = new Violations();
        quotes.stream()
                .filter(quote -> quote.validUntil().isBefore(times.today(submission)))
                .map(quote -> Violation.general(
                        "rule.quoteExpired",
                        quote.quoteNo(),
                        quote.supplier(),
                        quote.validUntil().toString()))
                .forEach(violations::add);
        boolean otherMode = submission
                .variable(FbaInbound.RECOMMENDED_MODE)
                .filter(mode -> !submission.text("mode").equals(Optional.of(mode)))
                .isPresent();
        return violations
                .when(
                        quotes.size() < ENOUGH
                                && submission.text("fewQuotesReason").isEmpty(),
                        "fewQuotesReason",
                        "rule.fewQuotes",
                        quotes.size(),
                        ENOUGH)
                .when(otherMode && submission.text("modeReason").isEmpty(), "modeReason", "rule.otherMode")
                .list();
    }
}
