package com.lianxing.process.lifecycle;

import com.lianxing.access.Role;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The date that a project is for, as the form of {@code userTask_changeDate} moves it. */
@Component
public class TargetDate {

    private static final Var<String> AT = Var.string("newTargetAt");
    private static final Var<String> ZONE = Var.string("newTargetZone");
    private static final Var<String> REASON = Var.string("dateReason");

    private final Projects projects;
    private final Notices notices;

    TargetDate(Projects projects, Notices notices) {
        this.projects = projects;
        this.notices = notices;
    }

    /** What became of it. */
    public record Move(Deadline before, Deadline now) {

        /** Whether it is another date at all. */
        public boolean isMoved() {
            return !before.equals(now);
        }
    }

    /**
     * Moves it, and tells these of the team, if it is another date.
     *
     * @param submission what the form said
     */
    public Move move(VariableScope submission, List<Role> told) {
        ProjectCode project = ProjectProcess.project(submission);
        Deadline target = new Deadline(
                LocalDateTime.parse(AT.in(submission)), ZoneId.of(ZONE.in(submission)), DeadlineKind.INTERNAL);
        Move move = new Move(projects.moveTarget(project, target, REASON.in(submission)), target);
        if (move.isMoved()) {
            for (Role role : told) {
                notices.tell(
                        project,
                        role,
                        "target:" + target,
                        "DATE_CHANGED",
                        "notice.dateChanged",
                        project,
                        text(move.before()),
                        text(target));
            }
        }
        return move;
    }

    private static String text(Deadline target) {
        return target.local().toString().replace('T', ' ') + " " + target.zone();
    }
}
