package com.lianxing.process.engine.form;

import com.lianxing.process.engine.ModelProperties;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.Properties;
import org.camunda.bpm.engine.impl.core.model.PropertyKey;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What the model says a user task needs besides its form, in its extension properties.
 *
 * @param step name of the step in the lifecycle; empty if the model names none
 */
record StepNeeds(String step, List<String> sheets, List<String> evidence) {

    private static final PropertyKey<StepNeeds> KEY = new PropertyKey<>("lianxing.stepNeeds");
    private static final StepNeeds NONE = new StepNeeds("", List.of(), List.of());

    boolean isEmpty() {
        return sheets.isEmpty() && evidence.isEmpty();
    }

    static StepNeeds of(ActivityImpl activity) {
        Properties properties = activity.getProperties();
        return properties.contains(KEY) ? properties.get(KEY) : NONE;
    }

    /** Reads them once per process definition. */
    static class ParseListener extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
            activity.getProperties().set(KEY, read(userTask));
        }

        @Override
        public void parseStartEvent(Element startEvent, ScopeImpl scope, ActivityImpl activity) {
            activity.getProperties().set(KEY, read(startEvent));
        }

        private static StepNeeds read(Element element) {
            return new StepNeeds(
                    ModelProperties.of(element, "step"),
                    list(ModelProperties.of(element, "requiredSheets")),
                    list(ModelProperties.of(element, "requiredEvidence")));
        }

        private static List<String> list(String commaSeparated) {
            return Arrays.stream(commaSeparated.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }
}
