package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Money comes with every claim but a denied one. */
@Component
class RecordClaimOutcomeRule implements SubmissionRule {

    @Override
    public String formId() {
        return "fba-shipment-record-claim-outcome";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean denied =
                submission.text("claimOutcome").filter("DENIED"::equals).isPresent();
        boolean nothing = submission.decimal("resolvedUsd").orElseThrow().signum() == 0;
        return new Violations()
                .when(denied && !nothing, "resolvedUsd", "rule.deniedPaysNothing")
                .when(!denied && nothing, "resolvedUsd", "rule.paidHowMuch")
                .list();
    }
}
