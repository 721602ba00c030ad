package com.lianxing.process.fbainbound;

import com.lianxing.access.Role;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.ModeAssessment;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_moveDates}: the target date, and with it until when SKUs that are not cleared are waited for; the team is told. */
@Component
class MoveDatesDelegate implements JavaDelegate {

    private static final Var<String> AT = Var.string("newTargetAt");
    private static final Var<String> ZONE = Var.string("newTargetZone");
    private static final Var<String> REASON = Var.string("dateReason");
    private static final List<Role> TOLD = List.of(Role.OPERATIONS, Role.PURCHASING, Role.LOGISTICS, Role.FINANCE);

    private final Projects projects;
    private final DerivedDates derived;
    private final Notices notices;
    private final InboundPlans plans;
    private final ModeAssessment modes;

    MoveDatesDelegate(
            Projects projects, DerivedDates derived, Notices notices, InboundPlans plans, ModeAssessment modes) {
        this.projects = projects;
        this.derived = derived;
        this.notices = notices;
        this.plans = plans;
        this.modes = modes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = FbaInbound.project(execution);
        Deadline target = new Deadline(
                LocalDateTime.parse(AT.in(execution)), ZoneId.of(ZONE.in(execution)), DeadlineKind.INTERNAL);
        Deadline before = projects.moveTarget(project, target, REASON.in(execution));
        derived.move(execution.getProcessInstanceId(), target);
        if (!before.equals(target)) {
            tell(project, before, target);
        }
    }

    private void tell(ProjectCode project, Deadline before, Deadline target) {
        for (Role role : TOLD) {
            notices.tell(
                    project,
                    role,
                    "target:" + target,
                    "DATE_CHANGED",
                    "notice.dateChanged",
                    project,
                    text(before),
                    text(target));
        }
        plans.choice(project)
                .map(plan -> modes.of(project).slackOf(plan.mode()))
                .filter(slack -> slack < 0)
                .ifPresent(slack -> notices.tell(
                        project,
                        Role.PROJECT_MANAGER,
                        "slack:" + target,
                        "DATE_AT_RISK",
                        "notice.dateAtRisk",
                        project,
                        -slack));
    }

    private static String text(Deadline target) {
        return target.local().toString().replace('T', ' ') + " " + target.zone();
    }
}
