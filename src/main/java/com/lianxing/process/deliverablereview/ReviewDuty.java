package com.lianxing.process.deliverablereview;

import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.DeliveredVersion;
import com.lianxing.process.engine.DutyRule;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStep;
import com.lianxing.project.ProjectSteps;
import org.springframework.stereotype.Component;

/** Who entered a version does not review it; an instance from before versions were recorded goes by the step. */
@Component
class ReviewDuty implements DutyRule {

    private final Deliverables deliverables;
    private final ProjectSteps steps;

    ReviewDuty(Deliverables deliverables, ProjectSteps steps) {
        this.deliverables = deliverables;
        this.steps = steps;
    }

    @Override
    public void check(Work work, String personId, Operation operation) {
        String project = work.projectCode();
        if (project == null
                || !work.processKey().equals(DeliverableReview.KEY)
                || !work.taskKey().equals("userTask_reviewDeliverable")) {
            return;
        }
        deliverables
                .ofProcess(work.processInstanceId())
                .flatMap(reviewed -> deliverables.lastVersion(reviewed.id()))
                .map(DeliveredVersion::deliveredBy)
                .or(() -> steps.latest(new ProjectCode(project), DeliverableReview.DELIVER_STEP)
                        .map(ProjectStep::person))
                .filter(personId::equals)
                .ifPresent(deliverer -> {
                    throw Refusal.duty("DUTY_REVIEW");
                });
    }
}
