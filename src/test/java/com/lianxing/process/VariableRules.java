package com.lianxing.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.jspecify.annotations.Nullable;

/** That what a diagram reads is declared, and is of the type it is read as. */
final class VariableRules {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern READ = Pattern.compile("(\\w+)(?: (?:[!=]= ('\\w*')|== (true|false)|[<>]=? (\\d+)))?");
    private static final Pattern ATTRIBUTE_OF_THE_ENGINE =
            Pattern.compile("execution\\.processBusinessKey|\\w+(Delegate|Listener)");

    private final Map<String, Class<?>> variables = new TreeMap<>();
    private final Function<String, Map<String, Class<?>>> declared;
    private final Function<String, Class<?>> answers;
    private final List<String> faults = new ArrayList<>();

    private VariableRules(Function<String, Map<String, Class<?>>> declared, Function<String, Class<?>> answers) {
        this.declared = declared;
        this.answers = answers;
        variables.put("loopCounter", Long.class);
    }

    /**
     * @param xml the diagram's text
     * @param declared variables of the process with that id, as {@code Var} constants
     * @param answers type of what the decision with that id returns
     */
    static List<String> faults(
            String processId,
            BpmnModelInstance model,
            String xml,
            Function<String, JsonNode> forms,
            Function<String, Map<String, Class<?>>> declared,
            Function<String, Class<?>> answers) {
        VariableRules rules = new VariableRules(declared, answers);
        rules.variables.putAll(declared.apply(processId));
        formsOf(model).forEach(form -> rules.submitted(form, forms.apply(form)));
        rules.madeByTheModel(model);
        rules.expressions(xml);
        rules.moments(model);
        rules.handedOver(model);
        return rules.faults;
    }

    static Stream<String> formsOf(BpmnModelInstance model) {
        return Stream.concat(
                        model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        model.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef))
                .filter(form -> form != null);
    }

    private void submitted(String formId, JsonNode form) {
        for (JsonNode component : form.path("components")) {
            String key = component.path("key").asText();
            if (key.isEmpty()) {
                continue;
            }
            Class<?> type = submittedType(component);
            Class<?> known = variables.putIfAbsent(key, type);
            if (known != null && known != type) {
                faults.add("%s submits %s as %s, and it is declared as %s"
                        .formatted(formId, key, type.getSimpleName(), known.getSimpleName()));
            }
        }
    }

    /** What a called process or a decision table returns is declared by the model itself. */
    private void madeByTheModel(BpmnModelInstance model) {
        for (CamundaOut out : model.getModelElementsByType(CamundaOut.class)) {
            CallActivity call = (CallActivity) out.getParentElement().getParentElement();
            Class<?> type = declared.apply(call.getCalledElement()).get(out.getCamundaSource());
            if (type != null) {
                variables.putIfAbsent(out.getCamundaTarget(), type);
            }
        }
        for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
            Class<?> answer = answers.apply(task.getCamundaDecisionRef());
            boolean kept = task.getCamundaResultVariable() != null;
            if (kept == (answer == Set.class)) {
                faults.add(task.getId() + (kept ? " keeps a set as a variable" : " keeps its answer nowhere"));
            } else if (kept) {
                variables.putIfAbsent(task.getCamundaResultVariable(), answer);
            }
        }
    }

    /** As the guard of submissions converts it. */
    private static Class<?> submittedType(JsonNode component) {
        return switch (component.path("type").asText()) {
            case "checkbox" -> Boolean.class;
            case "number" -> component.path("serializeToString").asBoolean() ? String.class : Long.class;
            default -> String.class;
        };
    }

    private void expressions(String xml) {
        Matcher found =
                EXPRESSION.matcher(xml.replace("&gt;", ">").replace("&lt;", "<").replace("&#39;", "'"));
        while (found.find()) {
            String expression = found.group(1).strip();
            Matcher read = READ.matcher(expression);
            if (ATTRIBUTE_OF_THE_ENGINE.matcher(expression).matches()) {
                continue;
            }
            if (!read.matches()) {
                faults.add(found.group() + " does more than read a variable");
                continue;
            }
            Class<?> type = read.group(2) != null
                    ? String.class
                    : read.group(3) != null ? Boolean.class : read.group(4) != null ? Long.class : null;
            reads(read.group(1), type, found.group());
        }
    }

    private void moments(BpmnModelInstance model) {
        model.getModelElementsByType(UserTask.class).forEach(task -> moment(task.getCamundaDueDate(), task.getId()));
        for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
            if (timer.getTimeDate() != null) {
                moment(timer.getTimeDate().getTextContent().strip(), timer.getId());
            }
        }
        for (MultiInstanceLoopCharacteristics loop :
                model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)) {
            Matcher count = EXPRESSION.matcher(
                    loop.getLoopCardinality() == null
                            ? ""
                            : loop.getLoopCardinality().getTextContent().strip());
            if (count.matches()) {
                reads(
                        count.group(1),
                        Long.class,
                        "the count of " + loop.getParentElement().getAttributeValue("id"));
            } else {
                faults.add(loop.getParentElement().getAttributeValue("id") + " repeats without a counted variable");
            }
        }
    }

    private void moment(@Nullable String value, String reader) {
        Matcher expression = EXPRESSION.matcher(value == null ? "" : value);
        if (expression.matches()) {
            reads(expression.group(1), Date.class, reader);
        }
    }

    private void handedOver(BpmnModelInstance model) {
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            Map<String, Class<?>> called = declared.apply(call.getCalledElement());
            if (call.getExtensionElements() == null) {
                continue;
            }
            for (CamundaIn in : call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .list()) {
                if (in.getCamundaVariables() != null) {
                    faults.add(call.getId() + " hands over every variable");
                } else if (in.getCamundaSource() != null) {
                    reads(in.getCamundaSource(), called.get(in.getCamundaTarget()), call.getId());
                    receives(called, in.getCamundaTarget(), call);
                }
            }
            for (CamundaOut out : call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaOut.class)
                    .list()) {
                if (out.getCamundaVariables() != null) {
                    faults.add(call.getId() + " takes over every variable");
                } else {
                    reads(out.getCamundaTarget(), called.get(out.getCamundaSource()), call.getId());
                    receives(called, out.getCamundaSource(), call);
                }
            }
        }
        model.getModelElementsByType(CamundaInputParameter.class)
                .forEach(input -> reads(input.getCamundaName(), null, "an input parameter"));
    }

    private void receives(Map<String, Class<?>> called, String name, CallActivity call) {
        if (!called.containsKey(name)) {
            faults.add(call.getId() + " names " + name + ", which " + call.getCalledElement() + " does not declare");
        }
    }

    private void reads(@Nullable String name, @Nullable Class<?> asType, String reader) {
        Class<?> known = name == null ? null : variables.get(name);
        if (known == null) {
            faults.add(reader + " reads " + name + ", which nothing declares");
        } else if (asType != null && known != asType) {
            faults.add("%s reads %s as %s, and it is %s"
                    .formatted(reader, name, asType.getSimpleName(), known.getSimpleName()));
        }
    }
}
