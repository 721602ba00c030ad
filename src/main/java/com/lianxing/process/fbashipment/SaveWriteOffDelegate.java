package com.lianxing.process.fbashipment;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.fbashipment.Entered.Form;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_saveWriteOff}: finance says that nobody pays for what is missing, whose cost then stays on the rest;
 * or that the claim is pursued, in a window that Amazon opened anew.
 */
@Component
class SaveWriteOffDelegate implements JavaDelegate {

    private final Entered entered;
    private final ClaimWindow window;
    private final Projects projects;

    SaveWriteOffDelegate(Entered entered, ClaimWindow window, Projects projects) {
        this.entered = entered;
        this.window = window;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Form decision = entered.of(execution, "decide-on-write-off");
        if (decision.required("writeOff").equals("PURSUE")) {
            window.open(execution, decision.deadline("claimWindow", DeadlineKind.PLATFORM));
        } else {
            projects.recordMilestone(FbaShipment.project(execution), "LOSS_WRITTEN_OFF");
        }
    }
}
