package com.lianxing.process.planning;

import com.lianxing.process.planning.PlannedNetwork.Choice;
import com.lianxing.process.planning.PlannedNetwork.Circle;
import com.lianxing.process.planning.PlannedNetwork.Planned;
import com.lianxing.process.planning.PlannedNetwork.Rounds;
import com.lianxing.schedule.Network.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;

/** Lays a diagram out flat, level by level: what {@link PlannedNetwork} is made of. */
final class DiagramLayout {

    private final Function<String, BpmnModelInstance> called;
    private final Deque<FlowNode> within = new ArrayDeque<>();
    private final Map<String, Planned> planned = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Link> detours = new ArrayList<>();
    private final List<Circle> circles = new ArrayList<>();
    private final Map<String, Choice> choices = new LinkedHashMap<>();
    private final Map<String, List<String>> readers = new HashMap<>();
    private final Map<String, String> needs = new HashMap<>();
    private @Nullable String end;

    /** @param called the model of a process by its key, of the same release */
    DiagramLayout(Function<String, BpmnModelInstance> called) {
        this.called = called;
    }

    PlannedNetwork network(BpmnModelInstance model) {
        String first = lay(process(model).getFlowElements(), "", Rounds.ONE).first();
        return new PlannedNetwork(this, first);
    }

    private static Process process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    Map<String, Planned> planned() {
        return planned;
    }

    List<Link> links() {
        return links;
    }

    /** Which lead from what is only passed between two rounds to what follows the circle. */
    List<Link> detours() {
        return detours;
    }

    List<Circle> circles() {
        return circles;
    }

    Map<String, Choice> choices() {
        return choices;
    }

    /** Paths of the steps that read a date variable, by its name. */
    Map<String, List<String>> readers() {
        return readers;
    }

    /** Paths of the steps that need a linked project, by the kind of link. */
    Map<String, String> needs() {
        return needs;
    }

    @Nullable
    String end() {
        return end;
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
        boolean opened = !PlannedProperties.isPlanned(node) && (node instanceof SubProcess || isNew(node));
        Rounds each = rounds.times(PlannedProperties.inTurn(node), 1);
        add(own, node, each, opened);
        if (!opened) {
            return new Level(own, List.of(own));
        }
        Level below = null;
        if (node instanceof SubProcess sub) {
            below = lay(sub.getFlowElements(), prefix, each);
        } else if (node instanceof CallActivity call && call.getCalledElement() != null) {
            within.addLast(call);
            below = lay(
                    process(called.apply(call.getCalledElement())).getFlowElements(), own + PlannedNetwork.BELOW, each);
            within.removeLast();
        }
        if (below == null || below.first().isEmpty()) {
            return new Level(own, List.of(own));
        }
        links.add(new Link(own, below.first()));
        return new Level(own, below.last());
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
                new Planned(
                        path,
                        node.getId(),
                        node,
                        PlannedProperties.effort(node),
                        rounds,
                        PlannedProperties.place(node),
                        List.copyOf(within),
                        opened));
        if (PlannedProperties.of(node, "plannedEnd").filter("true"::equals).isPresent()) {
            end = path;
        }
        PlannedProperties.of(node, "plannedNeeds")
                .ifPresent(kinds -> List.of(kinds.split(",")).forEach(kind -> needs.put(kind.strip(), path)));
        PlannedProperties.date(node)
                .ifPresent(variable -> readers.computeIfAbsent(variable, name -> new ArrayList<>())
                        .add(path));
    }
}
