package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An order has a number of its own and is ready later than today. */
@Component
class PlaceOrderRule implements SubmissionRule {

    private final ProjectSteps steps;
    private final EnteredTimes times;

    PlaceOrderRule(ProjectSteps steps, EnteredTimes times) {
        this.steps = steps;
        this.times = times;
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
        other.ifPresent(project -> violations.when(true, "poNo", "rule.orderNumberTaken", project.value()));
        return violations.list();
    }
}
