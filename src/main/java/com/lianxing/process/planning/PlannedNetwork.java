package com.lianxing.process.planning;

import com.lianxing.schedule.Effort;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Network.Link;
import com.lianxing.schedule.Network.Step;
import com.lianxing.schedule.Workplace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
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
    private Set<String> wanted = Set.of();
    private @Nullable String end;

    /**
     * A step of the network that is an element of a diagram.
     *
     * @param path ids of the call activities that lead to it, and its own, parted by {@link #BELOW}
     * @param elementId as the engine's history knows it
     * @param effort zero for what takes no time
     * @param place by its name
     * @param within the call activities that lead to it, the outermost first
     * @param opened whether what it calls or contains is in the network instead
     */
    public record Planned(
            String path,
            String elementId,
            FlowNode element,
            Effort effort,
            String place,
            List<FlowNode> within,
            boolean opened) {}

    private PlannedNetwork(Function<String, BpmnModelInstance> called) {
        this.called = called;
    }

    /** @param called the model of a process by its key, of the same release */
    public static PlannedNetwork of(BpmnModelInstance model, Function<String, BpmnModelInstance> called) {
        PlannedNetwork network = new PlannedNetwork(called);
        network.lay(process(model).getFlowElements(), "");
        network.settle();
        return network;
    }

    private static Process process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    /** By path, in the order of the diagram. */
    public Map<String, Planned> planned() {
        return planned;
    }

    /**
     * All that the planned end waits for, and the end itself; without one, everything.
     *
     * @param places by their names
     * @throws IllegalArgumentException if a step is planned at a place that nobody knows
     */
    public Network network(Map<String, Workplace> places) {
        List<Step> steps = planned.values().stream()
                .filter(step -> wanted.contains(step.path()))
                .map(step -> new Step(step.path(), step.effort(), place(step, places)))
                .toList();
        return end == null ? closed(steps, links, places) : new Network(steps, links);
    }

    /** Leaves out what the planned end does not wait for. */
    private void settle() {
        wanted = end == null ? planned.keySet() : leadingTo(end);
        links.removeIf(link -> !wanted.contains(link.from()) || !wanted.contains(link.to()));
    }

    private static Network closed(List<Step> steps, List<Link> links, Map<String, Workplace> places) {
        Set<String> going = new HashSet<>();
        links.forEach(link -> going.add(link.from()));
        List<Step> all = new ArrayList<>(steps);
        List<Link> more = new ArrayList<>(links);
        all.add(new Step(END, Effort.NONE, places.values().iterator().next()));
        steps.stream().map(Step::id).filter(id -> !going.contains(id)).forEach(id -> more.add(new Link(id, END)));
        return new Network(all, more);
    }

    private Set<String> leadingTo(String target) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(target));
        while (!open.isEmpty()) {
            String id = open.remove();
            if (found.add(id)) {
                links.stream().filter(link -> link.to().equals(id)).forEach(link -> open.add(link.from()));
            }
        }
        return found;
    }

    /** Lays out one level; answers where it begins and ends. */
    private Level lay(Collection<FlowElement> elements, String prefix) {
        PlannedPath path = new PlannedPath(elements);
        List<FlowNode> nodes = path.nodes();
        Map<FlowNode, Level> ends = new LinkedHashMap<>();
        nodes.forEach(node -> ends.put(node, lay(node, prefix)));
        List<String> last = new ArrayList<>();
        for (Map.Entry<FlowNode, Level> from : ends.entrySet()) {
            List<SequenceFlow> taken = path.taken(from.getKey());
            for (SequenceFlow flow : taken) {
                Level to = ends.get(flow.getTarget());
                if (to != null) {
                    join(from.getValue().last(), to.first());
                }
            }
            if (taken.isEmpty()) {
                last.addAll(from.getValue().last());
            }
        }
        return nodes.isEmpty()
                ? new Level("", List.of())
                : new Level(ends.values().iterator().next().first(), last);
    }

    private record Level(String first, List<String> last) {}

    private Level lay(FlowNode node, String prefix) {
        String own = prefix + node.getId();
        boolean opened = !isPlanned(node) && (node instanceof SubProcess || isNew(node));
        add(own, node, opened);
        if (!opened) {
            return new Level(own, List.of(own));
        }
        Level below = null;
        if (node instanceof SubProcess sub) {
            below = lay(sub.getFlowElements(), prefix);
        } else if (node instanceof CallActivity call && call.getCalledElement() != null) {
            within.addLast(call);
            below = lay(process(called.apply(call.getCalledElement())).getFlowElements(), own + BELOW);
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

    private void add(String path, FlowNode node, boolean opened) {
        planned.put(
                path, new Planned(path, node.getId(), node, effort(node), place(node), List.copyOf(within), opened));
        if (PlannedProperties.of(node, "plannedEnd").filter("true"::equals).isPresent()) {
            end = path;
        }
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
