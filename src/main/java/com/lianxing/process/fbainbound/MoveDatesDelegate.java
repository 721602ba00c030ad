package com.lianxing.process.fbainbound;

import com.lianxing.access.Role;
import com.lianxing.calendar.Deadline;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.ModeAssessment;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.process.lifecycle.TargetDate;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_moveDates}: the target date, and with it until when SKUs that are not cleared are waited for; the team is told. */
@Component
class MoveDatesDelegate implements JavaDelegate {

    private static final List<Role> TOLD = List.of(Role.OPERATIONS, Role.PURCHASING, Role.LOGISTICS, Role.FINANCE);

    private final TargetDate target;
    private final DerivedDates derived;
    private final Notices notices;
    private final InboundPlans plans;
    private final ModeAssessment modes;

    MoveDatesDelegate(
            TargetDate target, DerivedDates derived, Notices notices, InboundPlans plans, ModeAssessment modes) {
        this.target = target;
        this.derived = derived;
        this.notices = notices;
        this.plans = plans;
        this.modes = modes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TargetDate.Move move = target.move(execution, TOLD);
        derived.move(execution.getProcessInstanceId(), move.now());
        if (move.isMoved()) {
            tellIfTooLate(ProjectProcess.project(execution), move.now());
        }
    }

    /** The transport that was chosen may not reach the new date. */
    private void tellIfTooLate(ProjectCode project, Deadline date) {
        plans.choice(project)
                .map(plan -> modes.of(project).slackOf(plan.mode()))
                .filter(slack -> slack < 0)
                .ifPresent(slack -> notices.tell(
                        project,
                        Role.PROJECT_MANAGER,
                        "slack:" + date,
                        "DATE_AT_RISK",
                        "notice.dateAtRisk",
                        project,
                        -slack));
    }
}
