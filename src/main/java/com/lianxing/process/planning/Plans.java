package com.lianxing.process.planning;

import com.lianxing.process.engine.ModelNames;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the deployed diagrams plan. Laid out once: a definition never changes, nor does what it calls in its release. */
@Component
public class Plans {

    private final RepositoryService repository;
    private final ModelNames names;
    private final ConcurrentMap<String, Plan> plans = new ConcurrentHashMap<>();

    Plans(@Lazy RepositoryService repository, ModelNames names) {
        this.repository = repository;
        this.names = names;
    }

    /** @param definitions ids of the process and of those it calls, by their keys */
    public record Plan(PlannedNetwork network, Map<String, String> definitions) {}

    /** Of the process with this definition, with all that it calls. */
    public Plan of(String definitionId) {
        Plan known = plans.get(definitionId);
        if (known != null) {
            return known;
        }
        ProcessDefinition root = repository.getProcessDefinition(definitionId);
        Map<String, String> definitions = new HashMap<>(Map.of(root.getKey(), definitionId));
        PlannedNetwork network = PlannedNetwork.of(repository.getBpmnModelInstance(definitionId), key -> {
            String called = definition(root.getDeploymentId(), key).getId();
            definitions.put(key, called);
            return repository.getBpmnModelInstance(called);
        });
        Plan plan = new Plan(network, Map.copyOf(definitions));
        plans.put(definitionId, plan);
        return plan;
    }

    private ProcessDefinition definition(String deploymentId, String key) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(deploymentId)
                .processDefinitionKey(key)
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException(key + " is not in release " + deploymentId);
        }
        return definition;
    }

    /** The element's name as the reader knows it. */
    public String name(Plan plan, FlowNode node, Locale language) {
        String english = node.getName() == null ? node.getId() : node.getName();
        String definition = plan.definitions().get(processOf(node));
        return definition == null || !language.getLanguage().equals("zh")
                ? english
                : names.chinese(definition, node.getId()).orElse(english);
    }

    private static String processOf(FlowNode node) {
        ModelElementInstance above = node;
        while (!(above instanceof Process)) {
            above = above.getParentElement();
        }
        return ((Process) above).getId();
    }
}
