package com.lianxing.process.planning;

import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

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
}
