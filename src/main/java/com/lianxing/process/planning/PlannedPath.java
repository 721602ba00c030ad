package com.lianxing.process.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * The way through one level of a diagram that a plan counts on: ADR 0026. Of an exclusive gateway it takes the flow that
 * the gateway's property {@code plannedFlow} names; else the one that ends without an error and passes most milestones,
 * and of equal ones the default. Flows that lead back are done once.
 * Boundary events and event sub-processes are what the buffer is for.
 */
final class PlannedPath {

    private final Collection<FlowElement> elements;
    private final Set<SequenceFlow> back = new HashSet<>();
    private final Map<FlowNode, Worth> worths = new HashMap<>();

    /** How good a way is that begins at a node. */
    private record Worth(boolean ends, int milestones) implements Comparable<Worth> {

        static final Worth NOWHERE = new Worth(false, 0);

        @Override
        public int compareTo(Worth other) {
            return Comparator.comparing(Worth::ends)
                    .thenComparingInt(Worth::milestones)
                    .compare(this, other);
        }
    }

    /** @param elements of a process, or of a sub-process */
    PlannedPath(Collection<FlowElement> elements) {
        this.elements = elements;
    }

    /** The nodes on the way, the first one first. */
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

    /** The flows out of a node that are planned with. */
    List<SequenceFlow> taken(FlowNode node) {
        List<SequenceFlow> ahead =
                node.getOutgoing().stream().filter(flow -> !back.contains(flow)).toList();
        boolean one = node instanceof ExclusiveGateway || node instanceof EventBasedGateway;
        return one && ahead.size() > 1 ? List.of(best(node, ahead)) : ahead;
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
        Worth best = node instanceof EndEvent end && end.getEventDefinitions().isEmpty()
                ? new Worth(true, 0)
                : Worth.NOWHERE;
        for (SequenceFlow flow : node.getOutgoing()) {
            if (!back.contains(flow)) {
                Worth next = worth(flow.getTarget());
                best = next.compareTo(best) > 0 ? next : best;
            }
        }
        boolean milestone = node instanceof IntermediateThrowEvent reached
                && reached.getEventDefinitions().isEmpty();
        Worth worth = milestone ? new Worth(best.ends(), best.milestones() + 1) : best;
        worths.put(node, worth);
        return worth;
    }

    private void follow(FlowNode node, List<FlowNode> nodes) {
        if (nodes.contains(node) || node instanceof BoundaryEvent) {
            return;
        }
        nodes.add(node);
        taken(node).forEach(flow -> follow(flow.getTarget(), nodes));
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
