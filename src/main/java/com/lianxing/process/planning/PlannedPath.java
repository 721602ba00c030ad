package com.lianxing.process.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;

/**
 * The ways through one level of a diagram that a plan may count on: ADR 0026. Of an exclusive gateway the likely one is
 * the flow that the gateway's property {@code plannedFlow} names; else the one that ends without an error and passes most
 * milestones, and of equal ones the default. What leads back leads to further rounds and is no way ahead. Boundary events
 * and event sub-processes are what the buffer is for.
 */
final class PlannedPath {

    private final Collection<FlowElement> elements;
    private final Set<SequenceFlow> back = new HashSet<>();
    private final Map<FlowNode, Worth> worths = new HashMap<>();

    /**
     * How good a way is that begins at a node.
     *
     * @param leaves whether it gets to any end, and does not only lead back
     * @param ends whether it gets to one without an error
     */
    private record Worth(boolean leaves, boolean ends, int milestones) implements Comparable<Worth> {

        static final Worth NOWHERE = new Worth(false, false, 0);

        @Override
        public int compareTo(Worth other) {
            return Comparator.comparing(Worth::leaves)
                    .thenComparing(Worth::ends)
                    .thenComparingInt(Worth::milestones)
                    .compare(this, other);
        }
    }

    /** @param elements of a process, or of a sub-process */
    PlannedPath(Collection<FlowElement> elements) {
        this.elements = elements;
    }

    /** The nodes that can be reached, the first one first. */
    List<FlowNode> nodes() {
        List<FlowNode> nodes = new ArrayList<>();
        for (FlowElement element : elements) {
            if (element instanceof StartEvent start) {
                findBack(start, new LinkedHashSet<>(), new HashSet<>());
                follow(start, nodes);
            }
        }
        return nodes;
    }

    /** The flows out of a node that do not lead back. */
    List<SequenceFlow> ahead(FlowNode node) {
        return node.getOutgoing().stream().filter(flow -> !back.contains(flow)).toList();
    }

    /** The one flow that is usually taken; empty where all are. */
    Optional<SequenceFlow> likely(FlowNode node) {
        boolean one = node instanceof ExclusiveGateway || node instanceof EventBasedGateway;
        List<SequenceFlow> ahead = ahead(node);
        return one && ahead.size() > 1 ? Optional.of(best(node, ahead)) : Optional.empty();
    }

    /** How often each node is passed that lies within a circle, as the property at its end says. */
    Map<FlowNode, Integer> rounds(String property) {
        Map<FlowNode, Integer> rounds = new HashMap<>();
        for (SequenceFlow flow : back) {
            PlannedProperties.of(flow.getSource(), property)
                    .map(Integer::valueOf)
                    .ifPresent(times ->
                            circle(flow).forEach(node -> rounds.merge(node, times, (one, other) -> one * other)));
        }
        return rounds;
    }

    /**
     * What may be done once more.
     *
     * @param nodes all between the two ends
     * @param last where it leads back from
     * @param percent how likely another round is
     * @param most rounds
     */
    record Circle(Set<FlowNode> nodes, FlowNode last, int percent, int most) {}

    /** Those that have a chance, and a bound. */
    List<Circle> circles() {
        List<Circle> circles = new ArrayList<>();
        for (SequenceFlow flow : back) {
            int percent = PlannedProperties.number(flow, "plannedChance").orElse(0);
            int most = PlannedProperties.number(flow.getSource(), "plannedRoundsMax")
                    .orElse(1);
            if (percent > 0 && most > 1) {
                circles.add(new Circle(circle(flow), flow.getSource(), percent, most));
            }
        }
        return circles;
    }

    /** What is done once more is over before what follows its circle: where each such detour ends, and what follows. */
    Map<FlowNode, Set<FlowNode>> detours() {
        Map<FlowNode, Set<FlowNode>> detours = new HashMap<>();
        for (SequenceFlow flow : back) {
            if (ahead(flow.getSource()).isEmpty()
                    && PlannedProperties.of(flow.getSource(), "plannedRoundsMax")
                            .isPresent()) {
                Set<FlowNode> circle = circle(flow);
                detours.put(
                        flow.getSource(),
                        circle.stream()
                                .flatMap(node -> ahead(node).stream())
                                .map(SequenceFlow::getTarget)
                                .filter(node -> !circle.contains(node))
                                .collect(Collectors.toSet()));
            }
        }
        return detours;
    }

    /** What lies between the two ends of a flow that leads back. */
    private Set<FlowNode> circle(SequenceFlow flow) {
        Set<FlowNode> circle = reached(
                flow.getTarget(),
                node -> ahead(node).stream().map(SequenceFlow::getTarget).toList());
        circle.retainAll(reached(
                flow.getSource(),
                node -> node.getIncoming().stream()
                        .filter(one -> !back.contains(one))
                        .map(SequenceFlow::getSource)
                        .toList()));
        return circle;
    }

    /** Whether the process goes on where it was called from after this node, which is its last. */
    static boolean isPlainEnd(FlowNode node) {
        return !(node instanceof EndEvent end) || end.getEventDefinitions().isEmpty();
    }

    private static Set<FlowNode> reached(FlowNode from, Function<FlowNode, List<FlowNode>> next) {
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (reached.add(node)) {
                open.addAll(next.apply(node));
            }
        }
        return reached;
    }

    private SequenceFlow best(FlowNode node, List<SequenceFlow> flows) {
        Optional<String> said = PlannedProperties.of(node, "plannedFlow");
        for (SequenceFlow flow : flows) {
            if (said.filter(flow.getId()::equals).isPresent()) {
                return flow;
            }
        }
        @Nullable SequenceFlow usual = node instanceof ExclusiveGateway gateway ? gateway.getDefault() : null;
        SequenceFlow best = usual != null && flows.contains(usual) ? usual : flows.get(0);
        for (SequenceFlow flow : flows) {
            if (worth(flow.getTarget()).compareTo(worth(best.getTarget())) > 0) {
                best = flow;
            }
        }
        return best;
    }

    private Worth worth(FlowNode node) {
        Worth known = worths.get(node);
        if (known != null) {
            return known;
        }
        Worth best = node.getOutgoing().isEmpty()
                ? new Worth(true, node instanceof EndEvent && isPlainEnd(node), 0)
                : Worth.NOWHERE;
        for (SequenceFlow flow : ahead(node)) {
            Worth next = worth(flow.getTarget());
            best = next.compareTo(best) > 0 ? next : best;
        }
        boolean milestone = node instanceof IntermediateThrowEvent reached
                && reached.getEventDefinitions().isEmpty();
        Worth worth = milestone ? new Worth(best.leaves(), best.ends(), best.milestones() + 1) : best;
        worths.put(node, worth);
        return worth;
    }

    private void follow(FlowNode node, List<FlowNode> nodes) {
        if (nodes.contains(node) || node instanceof BoundaryEvent) {
            return;
        }
        nodes.add(node);
        ahead(node).forEach(flow -> follow(flow.getTarget(), nodes));
    }

    private void findBack(FlowNode node, Set<FlowNode> above, Set<FlowNode> seen) {
        above.add(node);
        seen.add(node);
        for (SequenceFlow flow : node.getOutgoing()) {
            if (above.contains(flow.getTarget())) {
                back.add(flow);
            } else if (!seen.contains(flow.getTarget())) {
                findBack(flow.getTarget(), above, seen);
            }
        }
        above.remove(node);
    }
}
