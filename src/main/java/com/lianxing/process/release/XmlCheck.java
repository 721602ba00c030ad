package com.lianxing.process.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Holds a model against its {@link Vocabulary}: elements, attributes, values. */
class XmlCheck {

    /** Where the catalogue knows better than "not on the list": what people write who know Camunda well. */
    private static final Set<String> EXPLAINED = Set.of(
            "bpmn:scriptTask",
            "camunda:script",
            "camunda:class",
            "camunda:expression",
            "camunda:formKey",
            "camunda:formData",
            "camunda:connector",
            "camunda:field",
            "camunda:asyncAfter",
            "camunda:candidateUsers",
            "camunda:initiator",
            "camunda:collection",
            "language");

    private final Vocabulary vocabulary;
    private final DelegateBeans beans;

    XmlCheck(Vocabulary vocabulary, DelegateBeans beans) {
        this.vocabulary = vocabulary;
        this.beans = beans;
    }

    List<Finding> check(String file, Element root) {
        List<Finding> findings = new ArrayList<>();
        check(file, root, findings);
        return findings;
    }

    private void check(String file, Element element, List<Finding> findings) {
        String name = Xml.name(element);
        String id = Xml.idOf(element);
        Map<String, Vocabulary.Rule> rules = vocabulary.attributesOf(name);
        if (rules == null) {
            findings.add(Finding.of(file, id, reason(name, "release.element"), name));
            return;
        }
        for (Attr attribute : Xml.attributes(element)) {
            String attributeName = Xml.name(attribute);
            Vocabulary.Rule rule = rules.get(attributeName);
            if (rule == null) {
                String reason = reason(attributeName, reason("camunda:" + attributeName, "release.attribute"));
                findings.add(Finding.of(file, id, reason, attributeName, name));
            } else {
                checkValue(file, id, attributeName, attribute.getValue(), rule.check(), findings);
            }
        }
        rules.forEach((attribute, rule) -> {
            if (rule.required() && Xml.attribute(element, attribute).isEmpty()) {
                findings.add(Finding.of(file, id, "release.missing", attribute, name));
            }
        });
        String text = Xml.text(element);
        if (!text.isEmpty()) {
            Vocabulary.Rule rule = rules.get(Vocabulary.TEXT);
            if (rule == null) {
                findings.add(Finding.of(file, id, "release.text", name));
            } else {
                checkValue(file, id, name, text, rule.check(), findings);
            }
        }
        Xml.children(element).forEach(child -> check(file, child, findings));
    }

    private void checkValue(
            String file, String id, String what, String value, ValueCheck check, List<Finding> findings) {
        if (!check.accepts(value, beans)) {
            findings.add(Finding.of(file, id, check.messageKey(), what, value));
        }
    }

    boolean accepts(ValueCheck check, String value) {
        return check.accepts(value, beans);
    }

    private static String reason(String name, String otherwise) {
        return EXPLAINED.contains(name) ? "release." + name.substring(name.indexOf(':') + 1) : otherwise;
    }
}
