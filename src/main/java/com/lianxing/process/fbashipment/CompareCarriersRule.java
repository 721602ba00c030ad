package com.lianxing.process.fbashipment;

import com.lianxing.money.Money;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** A carrier is changed for one that has a price in a currency we have a rate of, after there was one to change. */
@Component
class CompareCarriersRule implements SubmissionRule {

    private final EnteredTimes times;
    private final CarrierOffer offer;

    CompareCarriersRule(EnteredTimes times, CarrierOffer offer) {
        this.times = times;
        this.offer = offer;
    }

    @Override
    public String formId() {
        return "fba-shipment-compare-carriers";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Money asked = Money.parse(
                submission.text("freightAmount").orElseThrow(),
                submission.text("freightCurrency").orElseThrow());
        boolean booked =
                submission.scope() != null && offer.held(submission.scope()).isPresent();
        Violations violations = new Violations()
                .when(!booked, "bookingNo", "rule.nothingBooked")
                .when(offer.charge(asked).isEmpty(), "freightCurrency", "rule.rateUnknown");
        return VoyageTimes.check(violations, submission, times)
                .when(
                        times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future")
                .list();
    }
}
