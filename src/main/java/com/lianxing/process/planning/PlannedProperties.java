package com.lianxing.process.planning;

import com.lianxing.process.engine.AllowedExpressions;
import com.lianxing.schedule.Effort;
import com.lianxing.schedule.Guess;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a process owner wrote at an element in Modeler. */
final class PlannedProperties {

    private PlannedProperties() {}

    /** The same of a whole number. */
    static Optional<Integer> number(BaseElement element, String name) {
        return of(element, name).map(Integer::valueOf);
    }

    static Optional<String> of(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }

    /** How long an element takes once; zero for what takes no time. */
    static Effort effort(FlowNode node) {
        Optional<Integer> likely = number(node, "plannedLikely");
        if (likely.isPresent()) {
            int days = likely.get();
            return new Effort(
                    number(node, "plannedOptimistic").orElse(days),
                    days,
                    number(node, "plannedP80").orElse(days),
                    of(node, "plannedUnit").map(Effort.Unit::valueOf).orElse(Effort.Unit.WORKING_DAY));
        }
        return of(node, "dueWorkingDays")
                .map(days -> Effort.of(Integer.parseInt(days), Effort.Unit.WORKING_DAY))
                .orElse(Effort.NONE);
    }

    /** Where it is worked on. */
    static String place(FlowNode node) {
        return of(node, "plannedPlace")
                .orElseGet(() -> of(node, "dueZone")
                        .filter(zone -> !zone.equals("Asia/Shanghai"))
                        .map(zone -> PlannedPlaces.US)
                        .orElse(PlannedPlaces.CHINA));
    }

    /** Whether its length is said, so that nobody has to look into it. */
    static boolean isPlanned(FlowNode node) {
        return of(node, "plannedLikely").isPresent();
    }

    /** How many are usually done one after the other. Several at a time take as long as one. */
    static int inTurn(FlowNode node) {
        boolean sequential = node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several
                && several.isSequential();
        return sequential ? number(node, "plannedInstances").orElse(1) : 1;
    }

    /** What it costs each time, in US cents. */
    static Optional<Guess> cost(FlowNode node) {
        return number(node, "plannedCostLikely")
                .map(likely -> new Guess(
                        100L * number(node, "plannedCostOptimistic").orElse(likely),
                        100L * likely,
                        100L * number(node, "plannedCostP80").orElse(likely)));
    }

    /** The variable with the date that the step is due by, or waits for. */
    static Optional<String> date(FlowNode node) {
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
}
