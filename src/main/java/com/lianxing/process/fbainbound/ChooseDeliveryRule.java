package com.lianxing.process.fbainbound;

import com.lianxing.inbound.AmazonOffers;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The days begin before they end, and Amazon offers every shipment a window within them, where it offers any. */
@Component
class ChooseDeliveryRule implements SubmissionRule {

    private final AmazonOffers offers;

    ChooseDeliveryRule(AmazonOffers offers) {
        this.offers = offers;
    }

    @Override
    public String formId() {
        return "fba-inbound-choose-delivery";
    }

    @Override
    public List<Violation> check(Submission submission) {
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        LocalDate from = submission.date("windowFrom").orElseThrow();
        LocalDate to = submission.date("windowTo").orElseThrow();
        String without = offers.windows(project).stream()
                .collect(Collectors.groupingBy(AmazonOffers.Window::confirmationId))
                .entrySet()
                .stream()
                .filter(shipment -> shipment.getValue().stream().noneMatch(window -> window.suits(from, to)))
                .map(shipment -> shipment.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
        return new Violations()
                .when(from.isAfter(to), "windowTo", "rule.windowBackwards")
                .when(!without.isEmpty(), "windowFrom", "rule.noWindowOffered", without)
                .list();
    }
}
