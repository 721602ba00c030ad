package com.lianxing.process.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a process model must be beyond its vocabulary. */
class BpmnCheck {

    private static final Map<String, ValueCheck> DEADLINE = Map.of(
            "deadlineKind", ValueCheck.DEADLINE_KIND,
            "dueWorkingDays", ValueCheck.COUNT,
            "dueBy", ValueCheck.DUE_BY,
            "dueZone", ValueCheck.ZONE,
            "remindBefore", ValueCheck.SPANS,
            "grace", ValueCheck.SPAN);

    private static final Map<String, ValueCheck> PLAN = Map.ofEntries(
            Map.entry("plannedOptimistic", ValueCheck.COUNT),
            Map.entry("plannedLikely", ValueCheck.COUNT),
            Map.entry("plannedP80", ValueCheck.COUNT),
            Map.entry("plannedCostOptimistic", ValueCheck.COUNT),
            Map.entry("plannedCostLikely", ValueCheck.COUNT),
            Map.entry("plannedCostP80", ValueCheck.COUNT),
            Map.entry("plannedUnit", ValueCheck.PLAN_UNIT),
            Map.entry("plannedPlace", ValueCheck.PLAN_PLACE),
            Map.entry("plannedRounds", ValueCheck.TIMES),
            Map.entry("plannedRoundsMax", ValueCheck.TIMES),
            Map.entry("plannedInstances", ValueCheck.TIMES),
            Map.entry("plannedChance", ValueCheck.TIMES),
            Map.entry("plannedNeeds", ValueCheck.LINK_KINDS),
            Map.entry("plannedEnd", ValueCheck.TRUE));

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
        Xml.below(root, "bpmn:userTask").forEach(task -> checkDeadline(file, task, findings));
        Xml.below(root, "camunda:properties").forEach(properties -> checkPlan(file, properties, findings));
        return findings;
    }

    /** What {@code process.planning} reads at any element. */
    private void checkPlan(ModelFile file, Element properties, List<Finding> findings) {
        Element planned = (Element) properties.getParentNode().getParentNode();
        String id = Xml.idOf(planned);
        Map<String, Integer> lengths = new HashMap<>();
        for (Element property : Xml.children(properties)) {
            String name = property.getAttribute("name");
            String value = property.getAttribute("value");
            ValueCheck check = PLAN.get(name);
            if (check != null && !xml.accepts(check, value)) {
                findings.add(Finding.of(file.name(), id, check.messageKey(), name, value));
            } else if (check == ValueCheck.COUNT) {
                lengths.put(name, Integer.valueOf(value));
            }
            if (name.equals("plannedFlow")
                    && Xml.children(planned).stream()
                            .noneMatch(child -> Xml.name(child).equals("bpmn:outgoing")
                                    && child.getTextContent().strip().equals(value))) {
                findings.add(Finding.of(file.name(), id, "release.planFlow", value));
            }
        }
        if (!isInOrder(lengths, "planned") || !isInOrder(lengths, "plannedCost")) {
            findings.add(Finding.of(file.name(), id, "release.planOrder"));
        }
    }

    /** Three guesses of one kind: none of them, or a likely one with others that do not fall. */
    private static boolean isInOrder(Map<String, Integer> guesses, String kind) {
        Integer likely = guesses.get(kind + "Likely");
        return likely == null
                ? !guesses.containsKey(kind + "Optimistic") && !guesses.containsKey(kind + "P80")
                : guesses.getOrDefault(kind + "Optimistic", likely) <= likely
                        && likely <= guesses.getOrDefault(kind + "P80", likely);
    }

    /** What {@code process.engine.StepDeadline} reads at each task. */
    private void checkDeadline(ModelFile file, Element task, List<Finding> findings) {
        String id = Xml.idOf(task);
        boolean counted = false;
        for (Element property : Xml.below(task, "camunda:property").toList()) {
            String name = property.getAttribute("name");
            ValueCheck check = DEADLINE.get(name);
            if (check != null && !xml.accepts(check, property.getAttribute("value"))) {
                findings.add(Finding.of(file.name(), id, check.messageKey(), name, property.getAttribute("value")));
            }
            counted |= name.equals("dueWorkingDays");
        }
        if (counted && !Xml.attribute(task, "camunda:dueDate").isEmpty()) {
            findings.add(Finding.of(file.name(), id, "release.dueTwice"));
        }
        Xml.below(task, "camunda:taskListener")
                .filter(listener -> Xml.children(listener).stream()
                                .filter(child -> Xml.name(child).equals("bpmn:timerEventDefinition"))
                                .count()
                        != 1)
                .forEach(listener -> findings.add(Finding.of(file.name(), id, "release.listenerTimer")));
    }
}
