package com.lianxing.process.web;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.process.ProjectSchedules;
import com.lianxing.process.ProjectSchedules.ProjectSchedule;
import com.lianxing.process.ProjectSchedules.ScheduledStep;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.web.Json.DeadlineView;
import com.lianxing.project.Project;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** When each step of a project must begin at the latest, and when it can be done. */
@RestController
class SchedulesController {

    private final ProjectSchedules schedules;
    private final Projects projects;
    private final CurrentPerson currentPerson;

    SchedulesController(ProjectSchedules schedules, Projects projects, CurrentPerson currentPerson) {
        this.schedules = schedules;
        this.projects = projects;
        this.currentPerson = currentPerson;
    }

    /**
     * @param bufferUsed per cent; above 100 the target is missed
     * @param certain false while the schedule leans on holidays that nobody has announced
     */
    record ScheduleView(
            DeadlineView target,
            @Nullable DeadlineView forecast,
            boolean feasible,
            long bufferDays,
            @Nullable Long bufferUsed,
            boolean certain,
            List<StepView> steps) {}

    /**
     * @param slack in hours; below zero the step comes too late for the target and its buffer
     * @param forecast when it can be done
     * @param actual when it was; null until then
     */
    record StepView(
            String id,
            String name,
            List<String> role,
            Schedule.State state,
            @Nullable DeadlineView latestStart,
            @Nullable DeadlineView latestFinish,
            @Nullable DeadlineView earliestStart,
            @Nullable DeadlineView forecast,
            @Nullable DeadlineView actual,
            long slack,
            boolean critical) {}

    @GetMapping("/api/projects/{code}/schedule")
    ScheduleView schedule(@PathVariable String code) {
        Person reader = currentPerson.require();
        Project project =
                projects.find(ProjectCodes.parse(code)).orElseThrow(() -> Refusal.notFound("PROJECT_UNKNOWN", code));
        ProjectSchedule planned =
                schedules.of(project, reader.language()).orElseThrow(() -> Refusal.notFound("PROJECT_UNKNOWN", code));
        Schedule schedule = planned.schedule();
        return new ScheduleView(
                DeadlineView.of(project.target()),
                DeadlineView.of(schedule.finish(), project.target().zone()),
                schedule.isFeasible(),
                schedule.buffer().toDays(),
                schedule.bufferUsed(),
                schedule.certain(),
                planned.steps().stream().map(SchedulesController::view).toList());
    }

    private static StepView view(ScheduledStep step) {
        Schedule.Row row = step.row();
        ZoneId zone = step.zone();
        Instant done = row.state() == Schedule.State.DONE ? row.earliest().finish() : null;
        return new StepView(
                step.id(),
                step.name(),
                step.groups(),
                row.state(),
                DeadlineView.of(row.latest().start(), zone),
                DeadlineView.of(row.latest().finish(), zone),
                DeadlineView.of(row.earliest().start(), zone),
                DeadlineView.of(row.earliest().finish(), zone),
                DeadlineView.of(done, zone),
                row.slack().toHours(),
                row.critical());
    }
}
