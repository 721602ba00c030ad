package com.lianxing.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What of a model comes after a step: along its flows and the events on the boundary of what comes after. */
final class StepPath {

    private final BpmnModelInstance model;

    StepPath(BpmnModelInstance model) {
        this.model = model;
    }

    /** Whether the step stands in the process itself, and not in a part that is done several times or beside others. */
    boolean isOfTheProcessItself(String step) {
        ModelElementInstance element = model.getModelElementById(step);
        return element != null && element.getParentElement() instanceof Process;
    }

    /** Whether all of these elements, or what they stand in, are the step or come after it. */
    boolean leadsToAll(String step, Collection<String> elements) {
        Set<String> after = after(step);
        return elements.stream().map(this::ofTheProcess).allMatch(after::contains);
    }

    private Set<String> after(String step) {
        Set<String> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        open.add(model.getModelElementById(step));
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            if (seen.add(node.getId())) {
                node.getOutgoing().forEach(flow -> open.add(flow.getTarget()));
                model.getModelElementsByType(BoundaryEvent.class).stream()
                        .filter(event -> event.getAttachedTo().getId().equals(node.getId()))
                        .forEach(open::add);
            }
        }
        return seen;
    }

    /** The element, or what of the process itself it stands in; also of a body of several instances. */
    private String ofTheProcess(String element) {
        String id = element.replaceAll("#.*", "");
        ModelElementInstance found = model.getModelElementById(id);
        while (found != null && found.getParentElement() != null && !(found.getParentElement() instanceof Process)) {
            found = found.getParentElement();
        }
        return found instanceof FlowNode node ? node.getId() : id;
    }
}
