package com.lianxing.process;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Whether a person can read the diagram: everything is drawn, and nothing lies on top of anything else. */
final class DiagramLayout {

    /** Shapes that share an edge do not overlap: each gives way by this much, in pixels. */
    private static final double EDGE = 0.5;

    /** @param outline of a gateway its diamond, of anything else the area */
    private record Box(BaseElement element, Rectangle2D area, Shape outline) {

        static Box ofShape(BaseElement element, Bounds bounds) {
            Rectangle2D area = area(bounds);
            return new Box(element, area, element instanceof Gateway ? diamond(area) : area);
        }

        static Box ofText(BaseElement element, Bounds bounds) {
            return new Box(element, area(bounds), area(bounds));
        }

        private static Rectangle2D area(Bounds bounds) {
            return new Rectangle2D.Double(
                    bounds.getX() + EDGE,
                    bounds.getY() + EDGE,
                    bounds.getWidth() - 2 * EDGE,
                    bounds.getHeight() - 2 * EDGE);
        }

        boolean overlaps(Box other) {
            return other.outline.intersects(area);
        }

        private static Shape diamond(Rectangle2D area) {
            Path2D diamond = new Path2D.Double();
            diamond.moveTo(area.getCenterX(), area.getMinY());
            diamond.lineTo(area.getMaxX(), area.getCenterY());
            diamond.lineTo(area.getCenterX(), area.getMaxY());
            diamond.lineTo(area.getMinX(), area.getCenterY());
            diamond.closePath();
            return diamond;
        }

        boolean crossedBetween(Waypoint from, Waypoint to) {
            return area.intersectsLine(from.getX(), from.getY(), to.getX(), to.getY());
        }

        /** Whether this is drawn where it belongs: inside the subprocess it is a part of. */
        boolean isWithin(Box other) {
            return ancestors(element).contains(other.element) && other.area.contains(area);
        }
    }

    private final BpmnModelInstance model;
    private final List<Box> shapes;
    private final List<Box> labels = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private DiagramLayout(BpmnModelInstance model) {
        this.model = model;
        shapes = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> Box.ofShape(shape.getBpmnElement(), shape.getBounds()))
                .toList();
    }

    static List<String> faults(BpmnModelInstance model) {
        DiagramLayout layout = new DiagramLayout(model);
        layout.everythingIsDrawn();
        layout.everyTextHasItsPlace();
        layout.shapesStandApart();
        layout.labelsStandApart();
        layout.flowsGoAround();
        layout.flowsDoNotCross();
        return layout.faults;
    }

    private void everythingIsDrawn() {
        Set<BaseElement> drawn = new HashSet<>();
        shapes.forEach(shape -> drawn.add(shape.element));
        model.getModelElementsByType(BpmnEdge.class).forEach(edge -> drawn.add(edge.getBpmnElement()));
        Stream.of(FlowNode.class, SequenceFlow.class, TextAnnotation.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .map(BaseElement.class::cast)
                .filter(element -> !drawn.contains(element))
                .forEach(element -> faults.add(element.getId() + " is not drawn"));
    }

    private void everyTextHasItsPlace() {
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            BaseElement element = shape.getBpmnElement();
            if (element instanceof Event || element instanceof Gateway) {
                place(element, ((FlowNode) element).getName(), shape.getBpmnLabel());
            }
        }
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                place(flow, flow.getName(), edge.getBpmnLabel());
            }
        }
    }

    private void place(BaseElement element, @Nullable String name, @Nullable BpmnLabel label) {
        if (name == null) {
            return;
        }
        if (label == null || label.getBounds() == null) {
            faults.add(element.getId() + " has a name but no place for it");
        } else {
            labels.add(Box.ofText(element, label.getBounds()));
        }
    }

    private void shapesStandApart() {
        for (int i = 0; i < shapes.size(); i++) {
            for (Box other : shapes.subList(i + 1, shapes.size())) {
                Box shape = shapes.get(i);
                boolean belong = shape.isWithin(other)
                        || other.isWithin(shape)
                        || isAttached(shape, other)
                        || isAttached(other, shape);
                if (!belong && shape.overlaps(other)) {
                    faults.add(shape.element.getId() + " overlaps " + other.element.getId());
                }
            }
        }
    }

    private static boolean isAttached(Box event, Box host) {
        return event.element instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(host.element);
    }

    private void labelsStandApart() {
        for (int i = 0; i < labels.size(); i++) {
            Box label = labels.get(i);
            shapes.stream()
                    .filter(shape -> !label.isWithin(shape) && label.overlaps(shape))
                    .forEach(shape ->
                            faults.add("the text of " + label.element.getId() + " overlaps " + shape.element.getId()));
            labels.subList(i + 1, labels.size()).stream()
                    .filter(label::overlaps)
                    .forEach(other -> faults.add(
                            "the text of " + label.element.getId() + " overlaps the text of " + other.element.getId()));
        }
    }

    private void flowsGoAround() {
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                Set<ModelElementInstance> own = new HashSet<>(ancestors(flow));
                own.add(flow.getSource());
                own.add(flow.getTarget());
                List<Waypoint> points = List.copyOf(edge.getWaypoints());
                for (Box shape : shapes) {
                    if (!own.contains(shape.element) && crosses(points, shape)) {
                        faults.add(flow.getId() + " crosses " + shape.element.getId());
                    }
                }
            }
        }
    }

    /** Lines may meet at a gateway, but a reader never has to ask which of two goes on. */
    private void flowsDoNotCross() {
        List<BpmnEdge> edges = List.copyOf(model.getModelElementsByType(BpmnEdge.class));
        for (int i = 0; i < edges.size(); i++) {
            for (BpmnEdge other : edges.subList(i + 1, edges.size())) {
                if (cross(edges.get(i), other)) {
                    faults.add(edges.get(i).getBpmnElement().getId() + " crosses "
                            + other.getBpmnElement().getId());
                }
            }
        }
    }

    private static boolean cross(BpmnEdge one, BpmnEdge other) {
        return lines(one).stream().anyMatch(line -> lines(other).stream().anyMatch(second -> cross(line, second)));
    }

    private static List<Line2D> lines(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        return IntStream.range(1, points.size())
                .<Line2D>mapToObj(end -> new Line2D.Double(
                        points.get(end - 1).getX(),
                        points.get(end - 1).getY(),
                        points.get(end).getX(),
                        points.get(end).getY()))
                .toList();
    }

    /** Each has an end on either side of the other; lines that only touch do not cross. */
    private static boolean cross(Line2D one, Line2D other) {
        return one.relativeCCW(other.getP1()) * one.relativeCCW(other.getP2()) < 0
                && other.relativeCCW(one.getP1()) * other.relativeCCW(one.getP2()) < 0;
    }

    private static boolean crosses(List<Waypoint> points, Box shape) {
        for (int i = 1; i < points.size(); i++) {
            if (shape.crossedBetween(points.get(i - 1), points.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static Set<ModelElementInstance> ancestors(ModelElementInstance element) {
        Set<ModelElementInstance> ancestors = new HashSet<>();
        for (ModelElementInstance at = element.getParentElement(); at != null; at = at.getParentElement()) {
            ancestors.add(at);
        }
        return ancestors;
    }
}
