package com.lianxing.process.blackfridaylaunch;

import com.lianxing.process.engine.DutyRule;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whoever loaded the campaigns does not verify their caps, and whoever recorded the result does not approve it. */
@Component
class LaunchSecondPersonDuty implements DutyRule {

    private static final Map<String, String> CHECKS =
            Map.of("userTask_verifyCaps", "load-campaigns", "userTask_approveResult", "record-result");

    private final ProjectSteps steps;

    LaunchSecondPersonDuty(ProjectSteps steps) {
        this.steps = steps;
    }

    @Override
    public void check(Work work, String personId, Operation operation) {
        String project = work.projectCode();
        String checked = CHECKS.get(work.taskKey());
        if (project == null || checked == null || !work.processKey().equals(BlackFridayLaunch.KEY)) {
            return;
        }
        steps.latest(new ProjectCode(project), checked)
                .filter(done -> done.person().equals(personId))
                .ifPresent(done -> {
                    throw Refusal.duty("DUTY_SECOND_PERSON");
                });
    }
}
