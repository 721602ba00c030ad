package com.lianxing.process;

import static java.util.Objects.requireNonNull;

import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.planning.LinkedSchedules;
import com.lianxing.process.planning.LinkedSchedules.Planned;
import com.lianxing.process.planning.PlannedNetwork;
import com.lianxing.process.planning.Plans;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The schedule of a project: of the diagram in the version it runs on, its target date, what happened so far, and the
 * projects that it waits for and that wait for it.
 */
@Service
public class ProjectSchedules {

    private final LinkedSchedules schedules;
    private final Plans plans;
    private final AsApplication application;
    private final Clock clock;

    ProjectSchedules(LinkedSchedules schedules, Plans plans, AsApplication application, Clock clock) {
        this.schedules = schedules;
        this.plans = plans;
        this.application = application;
        this.clock = clock;
    }

    /**
     * A step that takes time.
     *
     * @param id unique in the schedule: of the element, after those of the call activities that lead to it
     * @param name in the reader's language, after the names of the call activities that lead to it
     * @param groups whose work it is, as the diagram says; empty for what no person of a fixed role does
     */
    public record ScheduledStep(String id, String name, List<String> groups, ZoneId zone, Schedule.Row row) {}

    /**
     * @param worstFinish when all will be done if each gateway leads the longest way, and each circle as often as it may
     * @param neededBy the project that must have this one earlier than its own target says; null if none does
     * @param waitsFor projects that this one waits for, with when they will be done as things stand
     * @param steps those that take time, in the order of the plan
     */
    public record ProjectSchedule(
            Schedule schedule,
            Instant worstFinish,
            @Nullable ProjectCode neededBy,
            Map<ProjectCode, Instant> waitsFor,
            List<ScheduledStep> steps) {}

    /**
     * Empty for a project whose process never ran. Whoever may see the project may see when its steps are due, whatever they
     * call.
     */
    public Optional<ProjectSchedule> of(Project project, Locale language) {
        return Optional.ofNullable(of(List.of(project), language).get(project.code()));
    }

    /** The same of many, in as many round trips as of one. */
    public Map<ProjectCode, ProjectSchedule> of(Collection<Project> projects, Locale language) {
        Map<ProjectCode, ProjectSchedule> views = new LinkedHashMap<>();
        Map<ProjectCode, Planned> planned = application.call(() -> schedules.of(projects, clock.now()));
        projects.forEach(project -> Optional.ofNullable(planned.get(project.code()))
                .ifPresent(found -> views.put(project.code(), view(found, language))));
        return views;
    }

    private ProjectSchedule view(Planned planned, Locale language) {
        return new ProjectSchedule(
                planned.schedule(),
                planned.worstFinish(),
                planned.neededBy(),
                planned.waitsFor(),
                steps(planned, language));
    }

    private List<ScheduledStep> steps(Planned planned, Locale language) {
        List<ScheduledStep> steps = new ArrayList<>();
        for (Schedule.Row row : planned.schedule().rows().values()) {
            PlannedNetwork.Planned step = planned.plan().network().planned().get(row.id());
            if (step == null || step.effort().likely() == 0) {
                continue;
            }
            String name = Stream.concat(step.within().stream(), Stream.of(step.element()))
                    .map(node -> plans.name(planned.plan(), node, language))
                    .collect(Collectors.joining(" › "));
            ZoneId zone = requireNonNull(planned.places().get(step.place())).zone();
            steps.add(new ScheduledStep(step.path(), name, groups(step), zone, row));
        }
        return steps;
    }

    private static List<String> groups(PlannedNetwork.Planned step) {
        String groups = step.element() instanceof UserTask task ? task.getCamundaCandidateGroups() : null;
        return groups == null || groups.startsWith("$") ? List.of() : List.of(groups.split(","));
    }
}
