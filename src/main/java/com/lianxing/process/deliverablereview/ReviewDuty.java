package com.lianxing.process.deliverablereview;

import com.lianxing.process.engine.DutyRule;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import org.springframework.stereotype.Component;

/** Who entered a version does not review it. */
@Component
class ReviewDuty implements DutyRule {

    private final ProjectSteps steps;

    ReviewDuty(ProjectSteps steps) {
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
        steps.latest(new ProjectCode(project), DeliverableReview.DELIVER_STEP)
                .filter(delivered -> delivered.person().equals(personId))
                .ifPresent(delivered -> {
                    throw Refusal.duty("DUTY_REVIEW");
                });
    }
}
