package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import com.lianxing.project.Sheet;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The window opens before it closes, and there are as many shipments as the placement has. */
@Component
class ConfirmInboundPlanRule implements SubmissionRule {

    private final ProjectSteps steps;
    private final Sheet splits;

    ConfirmInboundPlanRule(ProjectSteps steps, @Qualifier("splitsSheet") Sheet splits) {
        this.steps = steps;
        this.splits = splits;
    }

    @Override
    public String formId() {
        return "fba-inbound-confirm-inbound-plan";
    }

    @Override
    public List<Violation> check(Submission submission) {
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        boolean backwards = submission
                .date("windowFrom")
                .orElseThrow()
                .isAfter(submission.date("windowTo").orElseThrow());
        long shipments = splits.read(Sheet.Subject.of(project)).rows().stream()
                .map(row -> row.get("amazonShipmentId"))
                .distinct()
                .count();
        Violations violations = new Violations().when(backwards, "windowTo", "rule.windowBackwards");
        steps.latest(project, "choose-placement")
                .map(placement -> placement.values().get("splits"))
                .filter(splits -> shipments > 0 && !splits.equals(shipments))
                .ifPresent(splits -> violations.add(Violation.general("rule.shipmentsOfPlacement", shipments, splits)));
        return violations.list();
    }
}
