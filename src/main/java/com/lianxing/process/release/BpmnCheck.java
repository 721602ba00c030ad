package com.lianxing.process.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a process model must be beyond its vocabulary. */
class BpmnCheck {

    private final XmlCheck xml;

    BpmnCheck(DelegateBeans beans) {
        xml = new XmlCheck(Vocabulary.read("bpmn"), beans);
    }

    List<Finding> check(ModelFile file, Element root) {
        List<Finding> findings = new ArrayList<>(xml.check(file.name(), root));
        List<Element> processes = Xml.below(root, "bpmn:process").toList();
        if (processes.size() != 1 || !processes.get(0).getAttribute("id").equals(file.stem())) {
            findings.add(Finding.of(file.name(), "", "release.oneProcess", file.stem()));
        }
        Stream.of("bpmn:startEvent", "bpmn:userTask")
                .flatMap(type -> Xml.below(root, type))
                .filter(element -> !Xml.attribute(element, "camunda:formRef").isEmpty())
                .filter(element ->
                        Xml.attribute(element, "camunda:formRefBinding").isEmpty())
                .forEach(element -> findings.add(Finding.of(
                        file.name(), Xml.idOf(element), "release.missing", "camunda:formRefBinding", "bpmn:userTask")));
        Xml.below(root)
                .filter(element -> Xml.attribute(element, "camunda:asyncBefore").equals("true"))
                .filter(element -> Xml.children(element).stream()
                        .filter(child -> Xml.name(child).equals("bpmn:extensionElements"))
                        .flatMap(child -> Xml.children(child).stream())
                        .noneMatch(child -> Xml.name(child).equals("camunda:failedJobRetryTimeCycle")))
                .forEach(element -> findings.add(Finding.of(file.name(), Xml.idOf(element), "release.retryMissing")));
        Xml.below(root, "bpmn:multiInstanceLoopCharacteristics")
                .filter(loop ->
                        Xml.below(loop, "bpmn:loopCardinality").findAny().isEmpty())
                .forEach(loop -> findings.add(Finding.of(file.name(), Xml.idOf(loop), "release.collection")));
        return findings;
    }
}
