package com.lianxing.process.planning;

import com.lianxing.process.engine.AllowedExpressions;
import com.lianxing.schedule.Effort;
import com.lianxing.schedule.Guess;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Network.Link;
import com.lianxing.schedule.Network.Step;
import com.lianxing.schedule.Simulation;
import com.lianxing.schedule.Simulation.Risks;
import com.lianxing.schedule.Workplace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
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

    private final Function<String, BpmnModelInstance> called;
    private final Deque<FlowNode> within = new ArrayDeque<>();
    private final Map<String, Planned> planned = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Link> detours = new ArrayList<>();
    private final List<Circle> circles = new ArrayList<>();
    private final Map<String, List<String>> following = new HashMap<>();
    private final Map<String, Choice> choices = new LinkedHashMap<>();
    private final Map<String, List<String>> readers = new HashMap<>();
    private final Map<String, String> needs = new HashMap<>();
    private @Nullable String first;
    private @Nullable String end;

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
    private record Choice(Map<String, Integer> ways, String likely) {}

    /**
     * Steps that may be done once more.
     *
     * @param last where it leads back from
     * @param percent how likely another round is
     */
    private record Circle(Set<String> paths, String last, int percent, int most) {}

    /** How often something is done: usually, and at most. */
    public record Rounds(int likely, int worst) {

        static final Rounds ONE = new Rounds(1, 1);

        Rounds times(int likelyTimes, int worstTimes) {
            return new Rounds(likely * likelyTimes, worst * Math.max(likelyTimes, worstTimes));
        }
    }

    private PlannedNetwork(Function<String, BpmnModelInstance> called) {
        this.called = called;
    }

    /** @param called the model of a process by its key, of the same release */
    public static PlannedNetwork of(BpmnModelInstance model, Function<String, BpmnModelInstance> called) {
        PlannedNetwork network = new PlannedNetwork(called);
        network.first =
                network.lay(process(model).getFlowElements(), "", Rounds.ONE).first();
        network.links.forEach(link -> network.following
                .computeIfAbsent(link.from(), path -> new ArrayList<>())
                .add(link.to()));
        return network;
    }

    private static Process process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    /** By path, in the order of the diagram. */
    public Map<String, Planned> planned() {
        return planned;
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

    /**
     * What is not certain about the ways through a network, as the diagram says: {@code plannedChance} of a flow, and the
     * costs of a step in whole US dollars.
     *
     * @param walked as {@link #network} answers it for {@link Ways#EACH}
     * @param likely the same for {@link Ways#LIKELY}
     */
    Risks risks(Network walked, Network likely) {
        Set<String> there = Set.copyOf(walked.order());
        Set<String> usual = Set.copyOf(likely.order());
        Map<String, Map<String, Integer>> ways = new HashMap<>();
        choices.forEach((gateway, choice) -> {
            Map<String, Integer> open = new LinkedHashMap<>(choice.ways());
            open.keySet().retainAll(there.contains(gateway) ? walked.after(gateway) : List.of());
            open.values().removeIf(percent -> percent == 0);
            if (!open.isEmpty()) {
                ways.put(gateway, open);
            }
        });
        List<Simulation.Circle> again = circles.stream()
                .map(circle -> new Simulation.Circle(
                        common(circle.paths(), usual), detour(circle, walked, usual), circle.percent(), circle.most()))
                .toList();
        Map<String, Guess> costs = new HashMap<>();
        planned.values().stream()
                .filter(step -> there.contains(step.path()))
                .forEach(step -> cost(step.element()).ifPresent(cost -> costs.put(step.path(), cost)));
        return new Risks(ways, again, costs);
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }

    /** What leads to the end of a circle and is not usually passed: only from one round to the next. */
    private static Set<String> detour(Circle circle, Network walked, Set<String> usual) {
        Set<String> detour = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(circle.last()));
        while (!open.isEmpty()) {
            String id = open.remove();
            if (circle.paths().contains(id) && !usual.contains(id) && detour.add(id)) {
                open.addAll(walked.before(id));
            }
        }
        return detour;
    }

    /** In cents. */
    private static Optional<Guess> cost(FlowNode node) {
        return PlannedProperties.number(node, "plannedCostLikely")
                .map(likely -> new Guess(
                        100L
                                * PlannedProperties.number(node, "plannedCostOptimistic")
                                        .orElse(likely),
                        100L * likely,
                        100L * PlannedProperties.number(node, "plannedCostP80").orElse(likely)));
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

    /** Lays out one level; answers where it begins and ends. */
    private Level lay(Collection<FlowElement> elements, String prefix, Rounds above) {
        PlannedPath path = new PlannedPath(elements);
        List<FlowNode> nodes = path.nodes();
        Map<FlowNode, Integer> usual = path.rounds("plannedRounds");
        Map<FlowNode, Integer> most = path.rounds("plannedRoundsMax");
        Map<FlowNode, Level> ends = new LinkedHashMap<>();
        Map<FlowNode, Set<String>> laid = new HashMap<>();
        for (FlowNode node : nodes) {
            Rounds rounds = above.times(usual.getOrDefault(node, 1), most.getOrDefault(node, 1));
            int before = planned.size();
            ends.put(node, lay(node, prefix, rounds));
            laid.put(node, planned.keySet().stream().skip(before).collect(Collectors.toSet()));
        }
        path.circles()
                .forEach(circle -> circles.add(new Circle(
                        circle.nodes().stream()
                                .flatMap(node -> laid.getOrDefault(node, Set.of()).stream())
                                .collect(Collectors.toSet()),
                        prefix + circle.last().getId(),
                        circle.percent(),
                        circle.most())));
        Map<FlowNode, Level> last = new LinkedHashMap<>();
        for (Map.Entry<FlowNode, Level> from : ends.entrySet()) {
            FlowNode node = from.getKey();
            List<SequenceFlow> ahead = path.ahead(node);
            for (SequenceFlow flow : ahead) {
                Level to = ends.get(flow.getTarget());
                if (to != null) {
                    join(from.getValue().last(), to.first());
                }
            }
            path.likely(node).ifPresent(flow -> choose(prefix + node.getId(), ahead, flow, ends));
            if (node.getOutgoing().isEmpty()) {
                last.put(node, from.getValue());
            }
        }
        path.detours()
                .forEach((from, exits) -> exits.forEach(exit -> Objects.requireNonNull(ends.get(from))
                        .last()
                        .forEach(id -> detours.add(new Link(
                                id, Objects.requireNonNull(ends.get(exit)).first())))));
        if (last.keySet().stream().anyMatch(PlannedPath::isPlainEnd)) {
            last.keySet().removeIf(node -> !PlannedPath.isPlainEnd(node));
        }
        return nodes.isEmpty()
                ? new Level("", List.of())
                : new Level(
                        ends.values().iterator().next().first(),
                        last.values().stream()
                                .flatMap(level -> level.last().stream())
                                .toList());
    }

    private void choose(String gateway, List<SequenceFlow> ahead, SequenceFlow likely, Map<FlowNode, Level> ends) {
        Map<String, Integer> ways = new LinkedHashMap<>();
        int left = 100;
        for (SequenceFlow flow : ahead) {
            int percent = flow.equals(likely)
                    ? 0
                    : PlannedProperties.number(flow, "plannedChance").orElse(0);
            left -= percent;
            ways.merge(first(ends, flow), percent, Integer::sum);
        }
        ways.merge(first(ends, likely), left, Integer::sum);
        choices.put(gateway, new Choice(ways, first(ends, likely)));
    }

    private static String first(Map<FlowNode, Level> ends, SequenceFlow flow) {
        return Objects.requireNonNull(ends.get(flow.getTarget())).first();
    }

    private record Level(String first, List<String> last) {}

    private Level lay(FlowNode node, String prefix, Rounds rounds) {
        String own = prefix + node.getId();
        boolean opened = !isPlanned(node) && (node instanceof SubProcess || isNew(node));
        Rounds each = rounds.times(inTurn(node), 1);
        add(own, node, each, opened);
        if (!opened) {
            return new Level(own, List.of(own));
        }
        Level below = null;
        if (node instanceof SubProcess sub) {
            below = lay(sub.getFlowElements(), prefix, each);
        } else if (node instanceof CallActivity call && call.getCalledElement() != null) {
            within.addLast(call);
            below = lay(process(called.apply(call.getCalledElement())).getFlowElements(), own + BELOW, each);
            within.removeLast();
        }
        if (below == null || below.first().isEmpty()) {
            return new Level(own, List.of(own));
        }
        links.add(new Link(own, below.first()));
        return new Level(own, below.last());
    }

    /** How many are usually done one after the other. Several at a time take as long as one. */
    private static int inTurn(FlowNode node) {
        boolean sequential = node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several
                && several.isSequential();
        return sequential
                ? PlannedProperties.of(node, "plannedInstances")
                        .map(Integer::valueOf)
                        .orElse(1)
                : 1;
    }

    /** What calls itself is looked into once. */
    private boolean isNew(FlowNode node) {
        return node instanceof CallActivity call
                && call.getCalledElement() != null
                && within.stream()
                        .map(CallActivity.class::cast)
                        .noneMatch(above -> call.getCalledElement().equals(above.getCalledElement()));
    }

    private void join(List<String> from, String to) {
        from.forEach(id -> links.add(new Link(id, to)));
    }

    private void add(String path, FlowNode node, Rounds rounds, boolean opened) {
        planned.put(
                path,
                new Planned(path, node.getId(), node, effort(node), rounds, place(node), List.copyOf(within), opened));
        if (PlannedProperties.of(node, "plannedEnd").filter("true"::equals).isPresent()) {
            end = path;
        }
        PlannedProperties.of(node, "plannedNeeds")
                .ifPresent(kinds -> List.of(kinds.split(",")).forEach(kind -> needs.put(kind.strip(), path)));
        date(node)
                .ifPresent(variable -> readers.computeIfAbsent(variable, name -> new ArrayList<>())
                        .add(path));
    }

    /** The variable with the date that the step is due by, or waits for. */
    private static Optional<String> date(FlowNode node) {
        String read = null;
        if (node instanceof UserTask task) {
            read = task.getCamundaDueDate();
        } else if (node instanceof IntermediateCatchEvent event) {
            read = event.getEventDefinitions().stream()
                    .filter(TimerEventDefinition.class::isInstance)
                    .map(timer -> ((TimerEventDefinition) timer).getTimeDate())
                    .filter(Objects::nonNull)
                    .map(ModelElementInstance::getTextContent)
                    .findFirst()
                    .orElse(null);
        }
        return Optional.ofNullable(read).filter(AllowedExpressions::isName).map(AllowedExpressions::nameIn);
    }

    private static boolean isPlanned(FlowNode node) {
        return PlannedProperties.of(node, "plannedLikely").isPresent();
    }

    private static Effort effort(FlowNode node) {
        Optional<Integer> likely = PlannedProperties.of(node, "plannedLikely").map(Integer::valueOf);
        if (likely.isPresent()) {
            int days = likely.get();
            return new Effort(
                    PlannedProperties.of(node, "plannedOptimistic")
                            .map(Integer::valueOf)
                            .orElse(days),
                    days,
                    PlannedProperties.of(node, "plannedP80")
                            .map(Integer::valueOf)
                            .orElse(days),
                    PlannedProperties.of(node, "plannedUnit")
                            .map(Effort.Unit::valueOf)
                            .orElse(Effort.Unit.WORKING_DAY));
        }
        return PlannedProperties.of(node, "dueWorkingDays")
                .map(days -> Effort.of(Integer.parseInt(days), Effort.Unit.WORKING_DAY))
                .orElse(Effort.NONE);
    }

    private static String place(FlowNode node) {
        return PlannedProperties.of(node, "plannedPlace")
                .orElseGet(() -> PlannedProperties.of(node, "dueZone")
                        .filter(zone -> !zone.equals("Asia/Shanghai"))
                        .map(zone -> PlannedPlaces.US)
                        .orElse(PlannedPlaces.CHINA));
    }

    private static Workplace place(Planned step, Map<String, Workplace> places) {
        Workplace place = places.get(step.place());
        if (place == null) {
            throw new IllegalArgumentException(step.path() + " is planned at " + step.place());
        }
        return place;
    }
}
