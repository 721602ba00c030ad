package com.lianxing.process;

import static java.util.Objects.requireNonNull;

import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.planning.LinkedSchedules;
import com.lianxing.process.planning.LinkedSchedules.Planned;
import com.lianxing.process.planning.Outlook;
import com.lianxing.process.planning.PlannedNetwork;
import com.lianxing.process.planning.Plans;
import com.lianxing.process.planning.WaysOut;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.schedule.Schedule;
import com.lianxing.schedule.Simulation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final int MOST_DRIVERS = 5;

    /** How the ids of milestones begin. */
    private static final String MILESTONE = "milestoneEvent_";

    private final LinkedSchedules schedules;
    private final Plans plans;
    private final WaysOut waysOut;
    private final Outlook outlook;
    private final AsApplication application;
    private final Clock clock;

    ProjectSchedules(
            LinkedSchedules schedules,
            Plans plans,
            WaysOut waysOut,
            Outlook outlook,
            AsApplication application,
            Clock clock) {
        this.waysOut = waysOut;
        this.outlook = outlook;
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
     * @param dependsOn ids of those that it waits for, directly or over what takes no time
     */
    public record ScheduledStep(
            String id, String name, List<String> groups, ZoneId zone, List<String> dependsOn, Schedule.Row row) {}

    /**
     * Another project that is waited for.
     *
     * @param finish when it will be done, as things stand
     */
    public record Awaited(ProjectCode project, Instant finish) {}

    /**
     * @param worstFinish when all will be done if each gateway leads the longest way, and each circle as often as it may
     * @param neededBy the project that must have this one earlier than its own target says; null if none does
     * @param awaits what this one waits for from other projects
     * @param steps those that take time, in the order of the plan
     * @param milestones by their keys, those that the plan passes: {@code GOODS_READY} of {@code milestoneEvent_goodsReady}
     */
    public record ProjectSchedule(
            Schedule schedule,
            Instant worstFinish,
            @Nullable ProjectCode neededBy,
            List<Awaited> awaits,
            List<ScheduledStep> steps,
            Map<String, Schedule.Row> milestones) {}

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

    /**
     * What can be done about a target that is missed or whose buffer is being used.
     *
     * @throws IllegalArgumentException if its process never ran
     */
    public List<WayOut> waysOut(Project project) {
        return application.call(() -> waysOut.of(planned(project), clock.now()));
    }

    /**
     * What may become of it.
     *
     * @param chance in which per cent of the walks the target is kept
     * @param drivers names of the steps that move the end most, in the reader's language, the first one most
     */
    public record Prospect(Simulation.Outcome outcome, long chance, List<String> drivers) {}

    /**
     * Walks its diagram from where it stands that many times.
     *
     * @throws IllegalArgumentException if its process never ran
     */
    public Prospect prospect(Project project, int walks, long seed, Locale language) {
        return application.call(() -> {
            Planned planned = planned(project);
            Simulation.Outcome outcome = outlook.of(planned, clock.now()).walk(walks, seed);
            List<String> drivers = outcome.drivers().stream()
                    .filter(driver -> driver.correlation() > 0)
                    .limit(MOST_DRIVERS)
                    .map(driver -> name(planned, driver.step(), language))
                    .toList();
            return new Prospect(outcome, 100 * outcome.doneBy(project.target().instant()) / walks, drivers);
        });
    }

    private Planned planned(Project project) {
        Planned planned = schedules.of(List.of(project), clock.now()).get(project.code());
        if (planned == null) {
            throw new IllegalArgumentException("the process of " + project.code() + " never ran");
        }
        return planned;
    }

    private ProjectSchedule view(Planned planned, Locale language) {
        return new ProjectSchedule(
                planned.schedule(),
                planned.worstFinish(clock.now()),
                planned.neededBy(),
                planned.awaits().stream()
                        .map(awaited -> new Awaited(awaited.needed(), awaited.finish()))
                        .toList(),
                steps(planned, language),
                milestones(planned.schedule()));
    }

    private static Map<String, Schedule.Row> milestones(Schedule schedule) {
        Map<String, Schedule.Row> milestones = new LinkedHashMap<>();
        schedule.rows().forEach((path, row) -> {
            String id = path.substring(path.lastIndexOf(PlannedNetwork.BELOW) + 1);
            if (id.startsWith(MILESTONE)) {
                String key = id.substring(MILESTONE.length()).replaceAll("([A-Z])", "_$1");
                milestones.put(key.toUpperCase(Locale.ROOT), row);
            }
        });
        return milestones;
    }

    private List<ScheduledStep> steps(Planned planned, Locale language) {
        List<ScheduledStep> steps = new ArrayList<>();
        for (Schedule.Row row : planned.schedule().rows().values()) {
            PlannedNetwork.Planned step = planned.plan().network().planned().get(row.id());
            if (step == null || !takesTime(planned, row.id())) {
                continue;
            }
            ZoneId zone = requireNonNull(planned.places().get(step.place())).zone();
            steps.add(new ScheduledStep(
                    step.path(),
                    name(planned, row.id(), language),
                    groups(step),
                    zone,
                    dependsOn(planned, row.id()),
                    row));
        }
        return steps;
    }

    private static boolean takesTime(Planned planned, String id) {
        return planned.network().step(id).effort().likely() > 0;
    }

    private static List<String> dependsOn(Planned planned, String id) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(planned.network().before(id));
        while (!open.isEmpty()) {
            String before = open.remove();
            if (takesTime(planned, before)) {
                found.add(before);
            } else if (seen.add(before)) {
                open.addAll(planned.network().before(before));
            }
        }
        return List.copyOf(found);
    }

    /** A step's name after those of the call activities that lead to it. */
    private String name(Planned planned, String path, Locale language) {
        PlannedNetwork.Planned step =
                requireNonNull(planned.plan().network().planned().get(path));
        return Stream.concat(step.within().stream(), Stream.of(step.element()))
                .map(node -> plans.name(planned.plan(), node, language))
                .collect(Collectors.joining(" › "));
    }

    private static List<String> groups(PlannedNetwork.Planned step) {
        String groups = step.element() instanceof UserTask task ? task.getCamundaCandidateGroups() : null;
        return groups == null || groups.startsWith("$") ? List.of() : List.of(groups.split(","));
    }
}
