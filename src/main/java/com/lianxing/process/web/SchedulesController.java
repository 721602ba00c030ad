package com.lianxing.process.web;

import com.lianxing.access.CurrentPerson;
import com.lianxing.money.Money;
import com.lianxing.process.ProjectSchedules;
import com.lianxing.process.ProjectSchedules.ProjectSchedule;
import com.lianxing.process.ProjectSchedules.Prospect;
import com.lianxing.process.ProjectSchedules.ScheduledStep;
import com.lianxing.process.WayOut;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.web.Json.DeadlineView;
import com.lianxing.project.Project;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Baseline;
import com.lianxing.schedule.Baseline.PlannedStep;
import com.lianxing.schedule.DateChange;
import com.lianxing.schedule.DateHistory;
import com.lianxing.schedule.Schedule;
import com.lianxing.schedule.Schedule.FeedingBuffer;
import com.lianxing.schedule.Simulation.Driver;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When each step of a project must begin at the latest, and when it can be done. */
@RestController
class SchedulesController {

    private final ProjectSchedules schedules;
    private final Projects projects;
    private final DateHistory history;
    private final CurrentPerson currentPerson;

    SchedulesController(
            ProjectSchedules schedules, Projects projects, DateHistory history, CurrentPerson currentPerson) {
        this.history = history;
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
            @Nullable DeadlineView worst,
            @Nullable String neededBy,
            List<AwaitedView> awaits,
            List<FeedingBuffer> feedingBuffers,
            List<StepView> steps) {}

    /** Another project that is waited for, with when it will be done as things stand. */
    record AwaitedView(String project, @Nullable DeadlineView forecast) {}

    /**
     * @param dependsOn ids of the steps that it waits for
     * @param slack in hours; below zero the step comes too late for the target and its buffer
     * @param planned when it was to be done by the plan that was approved last; null without one
     * @param forecast when it can be done
     * @param actual when it was; null until then
     */
    record StepView(
            String id,
            String name,
            List<String> role,
            Schedule.State state,
            List<String> dependsOn,
            @Nullable DeadlineView latestStart,
            @Nullable DeadlineView latestFinish,
            @Nullable DeadlineView earliestStart,
            @Nullable DeadlineView planned,
            @Nullable DeadlineView forecast,
            @Nullable DeadlineView actual,
            long slack,
            boolean critical) {}

    @GetMapping("/api/projects/{code}/schedule")
    ScheduleView schedule(@PathVariable String code) {
        Project project = known(code);
        ProjectSchedule planned = planned(project);
        Schedule schedule = planned.schedule();
        ZoneId zone = project.target().zone();
        Map<String, PlannedStep> approved =
                history.baseline(project.code()).map(Baseline::steps).orElse(Map.of());
        return new ScheduleView(
                DeadlineView.of(project.target()),
                DeadlineView.of(schedule.finish(), zone),
                schedule.isFeasible(),
                schedule.buffer().toDays(),
                schedule.bufferUsed(),
                schedule.certain(),
                DeadlineView.of(planned.worstFinish(), zone),
                planned.neededBy() == null ? null : planned.neededBy().value(),
                planned.awaits().stream()
                        .map(awaited ->
                                new AwaitedView(awaited.project().value(), DeadlineView.of(awaited.finish(), zone)))
                        .toList(),
                schedule.feeding(),
                planned.steps().stream().map(step -> view(step, approved)).toList());
    }

    /**
     * A date that moved.
     *
     * @param step as the diagram calls it; only of a due date
     * @param cause what moved it, and of a step which
     */
    record ChangeView(
            DateChange.Kind kind,
            @Nullable String step,
            @Nullable DeadlineView before,
            @Nullable DeadlineView after,
            DateChange.Cause cause,
            @Nullable String reason,
            String by,
            Instant at) {}

    record Changes(List<ChangeView> items) {}

    /** Dates that moved, the newest first. */
    @GetMapping("/api/projects/{code}/schedule/changes")
    Changes changes(@PathVariable String code, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Project project = known(code);
        ZoneId zone = project.target().zone();
        return new Changes(history.changes(project.code(), limit).stream()
                .map(change -> new ChangeView(
                        change.kind(),
                        change.step(),
                        DeadlineView.of(change.before(), zone),
                        DeadlineView.of(change.after(), zone),
                        change.cause(),
                        change.reason(),
                        change.by(),
                        change.at()))
                .toList());
    }

    /**
     * What may become of a project.
     *
     * @param chance in per cent that the target is kept
     * @param cost beyond the budget, in US dollars
     * @param drivers steps that move the end most, the first one most
     */
    record OutlookView(
            int walks,
            long seed,
            long chance,
            @Nullable DeadlineView p50,
            @Nullable DeadlineView p90,
            Money costP50,
            Money costP90,
            List<Driver> drivers) {}

    /** Walks the project's diagram; the same seed walks the same ways, as long as nothing has moved. */
    @GetMapping("/api/projects/{code}/schedule/outlook")
    OutlookView outlook(
            @PathVariable String code,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(10_000) int walks,
            @RequestParam(defaultValue = "1") long seed) {
        Project project = known(code);
        planned(project);
        Prospect prospect =
                schedules.prospect(project, walks, seed, currentPerson.require().language());
        ZoneId zone = project.target().zone();
        return new OutlookView(
                walks,
                seed,
                prospect.chance(),
                DeadlineView.of(prospect.outcome().finishBy(50), zone),
                DeadlineView.of(prospect.outcome().finishBy(90), zone),
                Money.ofMinor(prospect.outcome().costBy(50), "USD"),
                Money.ofMinor(prospect.outcome().costBy(90), "USD"),
                prospect.outcome().drivers());
    }

    /** @param cost null while it is not known */
    record OptionView(
            WayOut.Kind kind,
            String about,
            @Nullable DeadlineView finish,
            @Nullable Money cost) {}

    record Options(List<OptionView> items) {}

    /** What can be done about a target that is missed or whose buffer is being used; empty while it holds. */
    @GetMapping("/api/projects/{code}/schedule/options")
    Options options(@PathVariable String code) {
        Project project = known(code);
        planned(project);
        return new Options(schedules.waysOut(project).stream()
                .map(way -> new OptionView(
                        way.kind(),
                        way.about(),
                        DeadlineView.of(way.finish(), project.target().zone()),
                        way.cost()))
                .toList());
    }

    private Project known(String code) {
        return projects.find(ProjectCodes.parse(code)).orElseThrow(() -> Refusal.notFound("PROJECT_UNKNOWN", code));
    }

    private ProjectSchedule planned(Project project) {
        return schedules
                .of(project, currentPerson.require().language())
                .orElseThrow(
                        () -> Refusal.notFound("PROJECT_UNKNOWN", project.code().value()));
    }

    private static StepView view(ScheduledStep step, Map<String, PlannedStep> approved) {
        Schedule.Row row = step.row();
        ZoneId zone = step.zone();
        PlannedStep before = approved.get(step.id());
        Instant done = row.state() == Schedule.State.DONE ? row.earliest().finish() : null;
        return new StepView(
                step.id(),
                step.name(),
                step.groups(),
                row.state(),
                step.dependsOn(),
                DeadlineView.of(row.latest().start(), zone),
                DeadlineView.of(row.latest().finish(), zone),
                DeadlineView.of(row.earliest().start(), zone),
                DeadlineView.of(before == null ? null : before.finish(), zone),
                DeadlineView.of(row.earliest().finish(), zone),
                DeadlineView.of(done, zone),
                row.slack().toHours(),
                row.critical());
    }
}
