package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.ServiceNeeds;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever buys nothing outside says who does the work. */
@Component
class PlanServicesRule implements SubmissionRule {

    private final ServiceNeeds needs;

    PlanServicesRule(ServiceNeeds needs) {
        this.needs = needs;
    }

    @Override
    public String formId() {
        return "fda-certification-plan-services";
    }

    @Override
    public List<Violation> check(Submission submission) {
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        boolean nothing = needs.of(project).isEmpty();
        return new Violations()
                .when(nothing && submission.text("noServicesReason").isEmpty(), "noServicesReason", "rule.noServices")
                .list();
    }
}
