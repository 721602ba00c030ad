package com.lianxing.process.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Extension properties of an element in a model: what a process owner writes in Modeler beyond the engine's own. */
public final class ModelProperties {

    private ModelProperties() {}

    /** The property's value; empty if the model does not say it. */
    public static String of(Element element, String name) {
        Element extensions = element.element("extensionElements");
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties == null) {
            return "";
        }
        return properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
                .filter(property -> name.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst()
                .orElse("");
    }
}
