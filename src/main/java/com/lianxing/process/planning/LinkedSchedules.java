package com.lianxing.process.planning;

import com.lianxing.process.planning.PlannedNetwork.Ways;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Schedule;
import com.lianxing.schedule.Schedule.Limits;
import com.lianxing.schedule.Workplace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Schedules of projects that wait for each other, as of one network: ADR 0026. Forwards, a step that needs another project
 * is not finished before that project is; backwards, a project must be done when the first of those steps must be, or by
 * its own target, whichever is earlier.
 */
@Component
public class LinkedSchedules {

    private final Projects projects;
    private final ProjectLinks links;
    private final Plans plans;
    private final ProgressReader progress;
    private final PlannedPlaces places;

    LinkedSchedules(Projects projects, ProjectLinks links, Plans plans, ProgressReader progress, PlannedPlaces places) {
        this.projects = projects;
        this.links = links;
        this.plans = plans;
        this.progress = progress;
        this.places = places;
    }

    /**
     * The schedule of one of them.
     *
     * @param neededBy the project that must have this one earlier than its own target says; null if none does
     * @param awaits what this one waits for from other projects
     * @param places by their names
     */
    public record Planned(
            Project project,
            Plans.Plan plan,
            Progress progress,
            Network network,
            Schedule schedule,
            @Nullable ProjectCode neededBy,
            List<Awaited> awaits,
            Map<String, Workplace> places) {

        /** When all will be done if each gateway leads the longest way, and each circle as often as it may. */
        public Instant worstFinish(Instant now) {
            Network worst = plan.network().network(places, Ways.WORST, progress.begun());
            return Schedule.of(worst, schedule.fixedEnd(), progress.actuals(), limits(), now)
                    .finish();
        }

        /** The dates of others that its steps keep. */
        public Limits limits() {
            return limits(awaits);
        }

        /** The same if it waited for these only. */
        Limits limits(List<Awaited> some) {
            return LinkedSchedules.limits(plan.network(), progress, some);
        }
    }

    /**
     * Another project that is waited for.
     *
     * @param step that cannot be finished before
     * @param finish when the other will be done, as things stand
     * @param free when the step can be, with the days that lie between
     */
    public record Awaited(ProjectCode needed, String step, Instant finish, Instant free) {}

    private static Limits limits(PlannedNetwork plan, Progress progress, List<Awaited> awaits) {
        Map<String, Instant> notBefore = new HashMap<>();
        Map<String, Instant> notAfter = new HashMap<>();
        progress.dates().forEach((path, date) -> {
            boolean waits =
                    PlannedNetwork.waits(Objects.requireNonNull(plan.planned().get(path)));
            // What the target is about is the end itself, and uses up no buffer.
            if (!path.equals(plan.end())) {
                (waits ? notBefore : notAfter).put(path, date);
            }
        });
        awaits.forEach(awaited ->
                notBefore.merge(awaited.step(), awaited.free(), (one, other) -> one.isAfter(other) ? one : other));
        return new Limits(notBefore, notAfter);
    }

    /** By code; without those whose process never ran. At most six round trips, however many they are. */
    public Map<ProjectCode, Planned> of(Collection<Project> wanted, Instant now) {
        Map<ProjectCode, Project> all = new LinkedHashMap<>();
        wanted.forEach(project -> all.put(project.code(), project));
        List<ProjectLink> between = links.around(all.keySet());
        Set<ProjectCode> others = new LinkedHashSet<>();
        between.forEach(link -> others.addAll(List.of(link.waiting(), link.needed())));
        others.removeAll(all.keySet());
        projects.find(others).forEach(project -> all.put(project.code(), project));
        return new Together(all, between, progress.of(all.values()), places.places(), now).schedules();
    }

    /** The calculation for a set of projects that is closed under their links. */
    private final class Together {

        private final Map<ProjectCode, Project> all;
        private final List<ProjectLink> between;
        private final Map<ProjectCode, Progress> read;
        private final Map<String, Workplace> where;
        private final Instant now;
        private final Map<ProjectCode, Network> networks = new HashMap<>();
        private final Map<ProjectCode, Schedule> forecasts = new HashMap<>();
        private final Map<ProjectCode, Planned> planned = new HashMap<>();

        Together(
                Map<ProjectCode, Project> all,
                List<ProjectLink> between,
                Map<ProjectCode, Progress> read,
                Map<String, Workplace> where,
                Instant now) {
            this.all = all;
            this.between = between.stream()
                    .filter(link -> isUnderWay(link.needed(), all, read) && isUnderWay(link.waiting(), all, read))
                    .toList();
            this.read = read;
            this.where = where;
            this.now = now;
        }

        private static boolean isUnderWay(
                ProjectCode code, Map<ProjectCode, Project> all, Map<ProjectCode, Progress> read) {
            Project project = all.get(code);
            return project != null && project.status().isOpen() && read.containsKey(code);
        }

        Map<ProjectCode, Planned> schedules() {
            List<ProjectCode> order = neededFirst();
            order.forEach(code -> forecasts.put(code, schedule(code, target(code))));
            Collections.reverse(order);
            order.forEach(code -> planned.put(code, plan(code)));
            return planned;
        }

        /** Each after all that it waits for. Nobody ever waits for himself: {@link ProjectLinks}. */
        private List<ProjectCode> neededFirst() {
            Map<ProjectCode, List<ProjectCode>> needs = between.stream()
                    .collect(Collectors.groupingBy(
                            ProjectLink::waiting, Collectors.mapping(ProjectLink::needed, Collectors.toList())));
            Set<ProjectCode> order = new LinkedHashSet<>();
            read.keySet().forEach(code -> follow(code, needs, order));
            return new ArrayList<>(order);
        }

        private static void follow(
                ProjectCode code, Map<ProjectCode, List<ProjectCode>> needs, Set<ProjectCode> order) {
            if (!order.contains(code)) {
                needs.getOrDefault(code, List.of()).forEach(needed -> follow(needed, needs, order));
                order.add(code);
            }
        }

        private Planned plan(ProjectCode code) {
            Instant end = target(code);
            ProjectCode neededBy = null;
            for (ProjectLink link : between) {
                if (link.needed().equals(code)) {
                    Instant wanted = wantedBy(link);
                    if (wanted.isBefore(end)) {
                        end = wanted;
                        neededBy = link.waiting();
                    }
                }
            }
            Schedule schedule = neededBy == null ? forecast(code) : schedule(code, end);
            Progress own = Objects.requireNonNull(read.get(code));
            return new Planned(
                    Objects.requireNonNull(all.get(code)),
                    plans.of(own.definitionId()),
                    own,
                    network(code),
                    schedule,
                    neededBy,
                    awaits(code, plans.of(own.definitionId()).network()),
                    where);
        }

        /** Until when the project that is needed has to be done. */
        private Instant wantedBy(ProjectLink link) {
            Planned waiting = Objects.requireNonNull(planned.get(link.waiting()));
            String step = waiting.plan().network().needing(link.kind().name()).orElse("");
            Schedule.Row row = waiting.schedule().rows().get(step);
            Instant by =
                    row == null ? waiting.schedule().fixedEnd() : row.latest().finish();
            return by.minus(Duration.ofDays(link.bufferDays()));
        }

        private List<Awaited> awaits(ProjectCode code, PlannedNetwork plan) {
            return between.stream()
                    .filter(link -> link.waiting().equals(code))
                    .map(link -> {
                        Instant finish = forecast(link.needed()).finish();
                        return new Awaited(
                                link.needed(),
                                plan.needing(link.kind().name()).orElse(plan.end()),
                                finish,
                                finish.plus(Duration.ofDays(link.bufferDays())));
                    })
                    .toList();
        }

        private Schedule schedule(ProjectCode code, Instant end) {
            Progress own = Objects.requireNonNull(read.get(code));
            PlannedNetwork plan = plans.of(own.definitionId()).network();
            return Schedule.of(network(code), end, own.actuals(), limits(plan, own, awaits(code, plan)), now);
        }

        private Network network(ProjectCode code) {
            return networks.computeIfAbsent(code, wanted -> {
                Progress own = Objects.requireNonNull(read.get(code));
                return plans.of(own.definitionId()).network().network(where, Ways.LIKELY, own.begun());
            });
        }

        private Schedule forecast(ProjectCode code) {
            return Objects.requireNonNull(forecasts.get(code));
        }

        private Instant target(ProjectCode code) {
            return Objects.requireNonNull(all.get(code)).target().instant();
        }
    }
}
