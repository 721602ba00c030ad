package com.lianxing.process.lifecycle;

import com.lianxing.process.engine.DutyRule;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import org.springframework.stereotype.Component;

/** Who recorded the costs of a cancellation does not approve them. */
@Component
public class CancelCostsDuty implements DutyRule {

    private final ProjectSteps steps;

    CancelCostsDuty(ProjectSteps steps) {
        this.steps = steps;
    }

    @Override
    public void check(Work work, String personId, Operation operation) {
        String project = work.projectCode();
        if (project == null || !work.taskKey().equals("userTask_approveCancelCosts")) {
            return;
        }
        steps.latest(new ProjectCode(project), "record-cancel-costs")
                .filter(recorded -> recorded.person().equals(personId))
                .ifPresent(recorded -> {
                    throw Refusal.duty("DUTY_CANCEL_COSTS");
                });
    }
}
