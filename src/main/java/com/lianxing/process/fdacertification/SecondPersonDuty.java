package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.DutyRule;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whoever described the product does not confirm its paths, and whoever recorded the numbers does not check them. */
@Component
class SecondPersonDuty implements DutyRule {

    private static final Map<String, String> CHECKS =
            Map.of("userTask_confirmPaths", "describe-product", "userTask_checkNumbers", "record-numbers");

    private final ProjectSteps steps;

    SecondPersonDuty(ProjectSteps steps) {
        this.steps = steps;
    }

    @Override
    public void check(Work work, String personId, Operation operation) {
        String project = work.projectCode();
        String checked = CHECKS.get(work.taskKey());
        if (project == null || checked == null || !work.processKey().equals(FdaCertification.KEY)) {
            return;
        }
        steps.latest(new ProjectCode(project), checked)
                .filter(done -> done.person().equals(personId))
                .ifPresent(done -> {
                    throw Refusal.duty("DUTY_SECOND_PERSON");
                });
    }
}
