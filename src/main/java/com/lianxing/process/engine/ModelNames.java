package com.lianxing.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The Chinese names of what stands in a model, from {@code names.zh.json} of the model's own deployment. */
@Service
public class ModelNames {

    private static final String FILE = "names.zh.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectProvider<ProcessEngine> engine;

    /** Names by element, per process definition; a definition never changes. */
    private final ConcurrentMap<String, JsonNode> read = new ConcurrentHashMap<>();

    ModelNames(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /**
     * @param element id of a task or event; the process's own id for the process
     * @return empty where the deployment has no Chinese name
     */
    public Optional<String> chinese(String processDefinitionId, String element) {
        if (processDefinitionId.isEmpty()) {
            return Optional.empty();
        }
        JsonNode names = read.get(processDefinitionId);
        if (names == null) {
            ProcessEngineConfigurationImpl configuration =
                    (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
            names = configuration.getCommandExecutorTxRequired().execute(context -> load(processDefinitionId, context));
            read.put(processDefinitionId, names);
        }
        return Optional.of(names.path(element).asText()).filter(name -> !name.isEmpty());
    }

    private static JsonNode load(String processDefinitionId, CommandContext context) {
        ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
        String model = definition.getResourceName();
        String beside = model.substring(0, model.lastIndexOf('/') + 1) + FILE;
        return Stream.of(beside, FILE)
                .distinct()
                .map(file -> context.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), file))
                .filter(resource -> resource != null)
                .findFirst()
                .map(resource -> parsed(resource, definition))
                .orElseGet(JSON::createObjectNode);
    }

    private static JsonNode parsed(ResourceEntity names, ProcessDefinitionEntity definition) {
        try {
            return JSON.readTree(names.getBytes()).path(definition.getKey());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " of deployment " + definition.getDeploymentId(), e);
        }
    }
}
