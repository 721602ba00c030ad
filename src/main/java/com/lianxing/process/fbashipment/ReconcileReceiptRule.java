package com.lianxing.process.fbashipment;

import com.lianxing.inbound.Inbound;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is missing has a reason, and can still be claimed. */
@Component
class ReconcileReceiptRule implements SubmissionRule {

    private final Inbound inbound;
    private final EnteredTimes times;

    ReconcileReceiptRule(Inbound inbound, EnteredTimes times) {
        this.inbound = inbound;
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-shipment-reconcile-receipt";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean unexplained =
                submission.text("diffReason").filter("NONE"::equals).isPresent();
        long missing = submission
                .variable(FbaShipment.SHIPMENT_ID)
                .flatMap(id -> inbound.shipment(
                        new ProjectCode(submission.projectCode().orElseThrow()), id))
                .map(inbound::reconcile)
                .orElseThrow()
                .stream()
                .mapToLong(Inbound.Reconciliation::missing)
                .sum();
        return new Violations()
                .when(times.isOver(submission, "claimWindowAt", "claimWindowZone"), "claimWindowAt", "rule.future")
                .when(unexplained && missing > 0, "diffReason", "rule.differenceUnexplained", missing)
                .list();
    }
}
