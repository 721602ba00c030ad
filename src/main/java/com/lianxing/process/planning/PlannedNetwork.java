package com.lianxing.process.planning;

import com.lianxing.schedule.Effort;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Network.Link;
import com.lianxing.schedule.Network.Step;
import com.lianxing.schedule.Workplace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a diagram as a network, with what they call and contain laid out flat: ADR 0026. Lengths stand in the
 * diagram as extension properties ({@code plannedLikely} and its kin); where they do not, the days that a task is due
 * within are its length. The plan ends at the element whose property {@code plannedEnd} is true.
 */
public final class PlannedNetwork {

    /** Parts the id of a call activity from those in what it calls. Within one diagram ids are unique. */
    public static final String BELOW = "/";

    private static final String END = "#end";

    private final Map<String, Planned> planned;
    private final List<Link> links;
    private final List<Link> detours;
    private final List<Circle> circles;
    private final Map<String, Choice> choices;
    private final Map<String, List<String>> readers;
    private final Map<String, String> needs;
    private final Map<String, List<String>> following = new HashMap<>();
    private final @Nullable String first;
    private final @Nullable String end;

    /** Which of the ways that are still open are planned with. */
    public enum Ways {
        /** At each gateway the usual one, and of each circle the usual number of rounds. */
        LIKELY,
        /** All of them, so that the longest decides, and of each circle as many rounds as there may be. */
        WORST,
        /** All of them, each step once: for who walks them one by one. */
        EACH
    }

    /**
     * A step of the network that is an element of a diagram.
     *
     * @param path ids of the call activities that lead to it, and its own, parted by {@link #BELOW}
     * @param elementId as the engine's history knows it
     * @param once how long it takes; zero for what takes no time
     * @param rounds how often it is done
     * @param place by its name
     * @param within the call activities that lead to it, the outermost first
     * @param opened whether what it calls or contains is in the network instead
     */
    public record Planned(
            String path,
            String elementId,
            FlowNode element,
            Effort once,
            Rounds rounds,
            String place,
            List<FlowNode> within,
            boolean opened) {

        /** Of all usual rounds together. */
        public Effort effort() {
            return once.times(rounds.likely());
        }

        private Effort effort(Ways ways) {
            return switch (ways) {
                case LIKELY -> effort();
                case WORST -> once.times(rounds.worst());
                case EACH -> once;
            };
        }
    }

    /**
     * Of which steps only one follows.
     *
     * @param ways how likely each is, in per cent, by its path
     */
    record Choice(Map<String, Integer> ways, String likely) {}

    /**
     * Steps that may be done once more.
     *
     * @param last where it leads back from
     * @param percent how likely another round is
     */
    record Circle(Set<String> paths, String last, int percent, int most) {}

    /** How often something is done: usually, and at most. */
    public record Rounds(int likely, int worst) {

        static final Rounds ONE = new Rounds(1, 1);

        Rounds times(int likelyTimes, int worstTimes) {
            return new Rounds(likely * likelyTimes, worst * Math.max(likelyTimes, worstTimes));
        }
    }

    PlannedNetwork(DiagramLayout laid, @Nullable String first) {
        this.planned = laid.planned();
        this.links = laid.links();
        this.detours = laid.detours();
        this.circles = laid.circles();
        this.choices = laid.choices();
        this.readers = laid.readers();
        this.needs = laid.needs();
        this.end = laid.end();
        this.first = first;
        links.forEach(link -> following
                .computeIfAbsent(link.from(), path -> new ArrayList<>())
                .add(link.to()));
    }

    /** @param called the model of a process by its key, of the same release */
    public static PlannedNetwork of(BpmnModelInstance model, Function<String, BpmnModelInstance> called) {
        return new DiagramLayout(called).network(model);
    }

    /** By path, in the order of the diagram. */
    public Map<String, Planned> planned() {
        return planned;
    }

    /** Of gateways after which only one way is taken, by their paths. */
    Map<String, Choice> choices() {
        return choices;
    }

    List<Circle> circles() {
        return circles;
    }

    /** Whether the diagram says what its plan ends at: that of a project does. */
    boolean hasEnd() {
        return end != null;
    }

    /** The last step of its networks, as long as it can be reached. */
    String end() {
        return end == null ? END : end;
    }

    /** What can follow the step, whichever way is taken. */
    public List<String> after(String path) {
        return following.getOrDefault(path, List.of());
    }

    /** Names of the date variables that steps are due by, or wait for. */
    public Set<String> dates() {
        return readers.keySet();
    }

    /** Paths of the steps below this prefix that read a date variable. */
    List<String> reading(String variable, String prefix) {
        return readers.getOrDefault(variable, List.of()).stream()
                .filter(path -> path.startsWith(prefix) && path.indexOf(BELOW.charAt(0), prefix.length()) < 0)
                .toList();
    }

    /** Whether the date that the step reads is the one that it waits for; else it is the one that it is due by. */
    static boolean waits(Planned step) {
        return step.element() instanceof IntermediateCatchEvent;
    }

    /** The step that cannot be finished before a project is, to which this one is linked in that way. */
    public Optional<String> needing(String kind) {
        return Optional.ofNullable(needs.get(kind));
    }

    /**
     * All that the planned end waits for, and the end itself; without one, or if it is not reached any more, everything.
     *
     * @param places by their names
     * @param begun when each step that began did so first: a gateway that was passed leads only where something began since
     * @throws IllegalArgumentException if a step is planned at a place that nobody knows
     */
    public Network network(Map<String, Workplace> places, Ways ways, Map<String, Instant> begun) {
        List<Link> open = open(ways, begun);
        Set<String> reached = first == null ? Set.of() : reached(first, open, Link::from, Link::to);
        boolean ends = end != null && reached.contains(end);
        if (ends) {
            reached.retainAll(reached(Objects.requireNonNull(end), open, Link::to, Link::from));
        }
        List<Step> steps = planned.values().stream()
                .filter(step -> reached.contains(step.path()))
                .map(step -> new Step(step.path(), step.effort(ways), place(step, places)))
                .toList();
        List<Link> between = open.stream()
                .filter(link -> reached.contains(link.from()) && reached.contains(link.to()))
                .toList();
        return ends ? new Network(steps, between) : closed(steps, between, places);
    }

    /** The links without those of ways that are not taken. */
    private List<Link> open(Ways ways, Map<String, Instant> begun) {
        List<Link> open = new ArrayList<>(ways == Ways.LIKELY ? List.of() : detours);
        for (Link link : links) {
            Choice choice = choices.get(link.from());
            if (choice == null || !choice.ways().containsKey(link.to()) || isTaken(link, choice, ways, begun)) {
                open.add(link);
            }
        }
        return open;
    }

    private static boolean isTaken(Link link, Choice choice, Ways ways, Map<String, Instant> begun) {
        Instant passed = begun.get(link.from());
        Predicate<String> followed = way -> passed != null
                && begun.get(way) != null
                && !Objects.requireNonNull(begun.get(way)).isBefore(passed);
        if (choice.ways().keySet().stream().anyMatch(followed)) {
            return followed.test(link.to());
        }
        return ways != Ways.LIKELY || choice.likely().equals(link.to());
    }

    private static Network closed(List<Step> steps, List<Link> links, Map<String, Workplace> places) {
        Set<String> going = links.stream().map(Link::from).collect(Collectors.toSet());
        List<Step> all = new ArrayList<>(steps);
        List<Link> more = new ArrayList<>(links);
        all.add(new Step(END, Effort.NONE, places.values().iterator().next()));
        steps.stream().map(Step::id).filter(id -> !going.contains(id)).forEach(id -> more.add(new Link(id, END)));
        return new Network(all, more);
    }

    private static Set<String> reached(
            String origin, List<Link> links, Function<Link, String> near, Function<Link, String> far) {
        Map<String, List<Link>> byNear = links.stream().collect(Collectors.groupingBy(near));
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(origin));
        while (!open.isEmpty()) {
            String id = open.remove();
            if (found.add(id)) {
                byNear.getOrDefault(id, List.of()).forEach(link -> open.add(far.apply(link)));
            }
        }
        return found;
    }

    private static Workplace place(Planned step, Map<String, Workplace> places) {
        Workplace place = places.get(step.place());
        if (place == null) {
            throw new IllegalArgumentException(step.path() + " is planned at " + step.place());
        }
        return place;
    }
}
