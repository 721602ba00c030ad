package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.process.quotecomparison.QuoteOffers;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import com.lianxing.sourcing.Comparison;
import com.lianxing.sourcing.Normalised.Comparable;
import com.lianxing.sourcing.Purchase;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An order has a number of its own, is ready later than today, and takes up a good offer if there is any. */
@Component
class PlaceOrderRule implements SubmissionRule {

    private final ProjectSteps steps;
    private final EnteredTimes times;
    private final QuoteOffers offers;

    PlaceOrderRule(ProjectSteps steps, EnteredTimes times, QuoteOffers offers) {
        this.steps = steps;
        this.times = times;
        this.offers = offers;
    }

    @Override
    public String formId() {
        return "fba-inbound-place-order";
    }

    @Override
    public List<Violation> check(Submission submission) {
        String own = submission.projectCode().orElseThrow();
        Optional<ProjectCode> other =
                steps
                        .projectsWith(
                                "place-order", "poNo", submission.text("poNo").orElseThrow())
                        .stream()
                        .filter(project -> !project.value().equals(own))
                        .findFirst();
        Violations violations = new Violations()
                .when(times.isInPast(submission, "readyDate"), "readyDate", "rule.notPast")
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future");
        checkQuote(submission, offers.of(new ProjectCode(own), Purchase.GOODS), violations);
        other.ifPresent(project -> violations.when(true, "poNo", "rule.orderNumberTaken", project.value()));
        return violations.list();
    }

    private static void checkQuote(Submission submission, Comparison comparison, Violations violations) {
        Optional<String> number = submission.text("orderQuoteNo");
        Optional<Comparable> taken = number.flatMap(comparison::find);
        violations
                .when(number.isEmpty() && !comparison.valid().isEmpty(), "orderQuoteNo", "rule.orderQuoteMissing")
                .when(number.isPresent() && taken.isEmpty(), "orderQuoteNo", "rule.quoteUnknown");
        taken.ifPresent(offer -> violations.when(
                !comparison.isValid(offer),
                "orderQuoteNo",
                "rule.quoteExpired",
                offer.quote().validUntil().toString()));
    }
}
