package com.lianxing.process.fdacertification;

import com.lianxing.access.Role;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_moveTarget}: until when the product has to be cleared; the team is told. No date of the FDA moves. */
@Component
class MoveTargetDelegate implements JavaDelegate {

    private static final Var<String> AT = Var.string("newClearedByAt");
    private static final Var<String> ZONE = Var.string("newClearedByZone");
    private static final Var<String> REASON = Var.string("dateReason");

    private final Projects projects;
    private final Notices notices;

    MoveTargetDelegate(Projects projects, Notices notices) {
        this.projects = projects;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Deadline target = new Deadline(
                LocalDateTime.parse(AT.in(execution)), ZoneId.of(ZONE.in(execution)), DeadlineKind.INTERNAL);
        Deadline before = projects.moveTarget(project, target, REASON.in(execution));
        if (before.equals(target)) {
            return;
        }
        for (Role role : List.of(Role.COMPLIANCE, Role.FINANCE)) {
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
    }

    private static String text(Deadline target) {
        return target.local().toString().replace('T', ' ') + " " + target.zone();
    }
}
