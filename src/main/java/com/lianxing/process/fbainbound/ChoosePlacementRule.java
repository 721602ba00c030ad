package com.lianxing.process.fbainbound;

import com.lianxing.inbound.AmazonOffers;
import com.lianxing.money.Money;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A placement is still on offer, and costs nothing at the least. Of one that Amazon offered us the id is enough; of any
 * other a person says what it is.
 */
@Component
class ChoosePlacementRule implements SubmissionRule {

    private static final List<String> OF_OTHERS = List.of("splits", "feeUsd", "discountUsd", "expiresAt");

    private final EnteredTimes times;
    private final AmazonOffers offers;

    ChoosePlacementRule(EnteredTimes times, AmazonOffers offers) {
        this.times = times;
        this.offers = offers;
    }

    @Override
    public String formId() {
        return "fba-inbound-choose-placement";
    }

    @Override
    public List<Violation> check(Submission submission) {
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        Violations violations = new Violations()
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future");
        Optional<AmazonOffers.Placement> offer =
                submission.text("optionId").flatMap(id -> offers.placement(project, id));
        if (offer.isPresent()) {
            return otherThanOffered(submission, offer.get(), violations).list();
        }
        List<String> offered = offers.placements(project).stream()
                .map(AmazonOffers.Placement::optionId)
                .toList();
        violations.when(!offered.isEmpty(), "optionId", "rule.notOffered", String.join(", ", offered));
        for (String field : OF_OTHERS) {
            violations.when(!submission.values().containsKey(field), field, "field.required");
        }
        return violations
                .when(costsLessThanNothing(submission), "discountUsd", "rule.discountOverFee")
                .when(times.isOver(submission, "expiresAt", "expiresZone"), "expiresAt", "rule.offerExpired")
                .list();
    }

    /** What is entered beside the id of an offer of Amazon's says the same as the offer. */
    private static Violations otherThanOffered(
            Submission submission, AmazonOffers.Placement offer, Violations violations) {
        return violations
                .when(
                        submission
                                .number("splits")
                                .filter(splits -> splits != offer.shipments())
                                .isPresent(),
                        "splits",
                        "rule.otherThanOffered",
                        offer.shipments())
                .when(
                        differs(submission, "feeUsd", offer.fee()),
                        "feeUsd",
                        "rule.otherThanOffered",
                        offer.fee().amount())
                .when(
                        differs(submission, "discountUsd", offer.discount()),
                        "discountUsd",
                        "rule.otherThanOffered",
                        offer.discount().amount())
                .when(
                        offer.expiresAt() == null && !submission.values().containsKey("expiresAt"),
                        "expiresAt",
                        "field.required");
    }

    private static boolean differs(Submission submission, String field, Money offered) {
        return submission
                .decimal(field)
                .filter(entered -> entered.compareTo(offered.amount()) != 0)
                .isPresent();
    }

    private static boolean costsLessThanNothing(Submission submission) {
        return submission
                .decimal("discountUsd")
                .filter(discount -> submission
                        .decimal("feeUsd")
                        .filter(fee -> discount.compareTo(fee) > 0)
                        .isPresent())
                .isPresent();
    }
}
