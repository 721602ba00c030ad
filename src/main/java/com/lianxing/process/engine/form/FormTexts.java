package com.lianxing.process.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.lianxing.process.engine.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The words of a form as it was deployed: for reading what was entered when its task is long done. */
@Service
public class FormTexts {

    private final ObjectProvider<ProcessEngine> engine;
    private final DeployedForms forms;
    private final Offers offers;

    FormTexts(ObjectProvider<ProcessEngine> engine, DeployedForms forms, Offers offers) {
        this.engine = engine;
        this.forms = forms;
        this.offers = offers;
    }

    /**
     * @param fields by form key, in the form's order
     */
    public record Words(String title, Map<String, Label> fields) {}

    /** @param options the labels of a select's values */
    public record Label(String text, Map<String, String> options) {}

    /**
     * @param taskKey id of the user task; null for the start form
     * @return empty where there is no form
     */
    public Optional<Words> of(String processDefinitionId, @Nullable String taskKey, Reader reader) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> form(processDefinitionId, taskKey, context))
                .map(form -> words(form, reader));
    }

    private Optional<DeployedForm> form(String processDefinitionId, @Nullable String taskKey, CommandContext context) {
        ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
        if (taskKey == null) {
            return forms.of(definition, context);
        }
        TaskDefinition task = definition.getTaskDefinitions().get(taskKey);
        return task == null ? Optional.empty() : forms.of(task.getFormDefinition(), definition, context);
    }

    private Words words(DeployedForm form, Reader reader) {
        boolean chinese = reader.language().getLanguage().equals("zh");
        Map<String, Label> fields = new LinkedHashMap<>();
        components(form.schema().path("components"), form.chinese(), chinese, reader, fields);
        return new Words(form.chinese().path(chinese ? "_title" : "_title_en").asText(form.id()), fields);
    }

    private void components(
            JsonNode components, JsonNode texts, boolean chinese, Reader reader, Map<String, Label> fields) {
        for (JsonNode component : components) {
            String key = component.path("key").asText();
            JsonNode own = chinese ? texts.path(component.path("id").asText()) : component;
            if (!key.isEmpty()) {
                String fallback = label(component, key);
                fields.put(key, new Label(label(own, fallback), options(component, own, chinese, reader)));
            }
            components(component.path("components"), texts, chinese, reader, fields);
        }
    }

    private static String label(JsonNode texts, String otherwise) {
        String label = texts.path("label").asText();
        return label.isEmpty() ? texts.path("dateLabel").asText(otherwise) : label;
    }

    private Map<String, String> options(JsonNode component, JsonNode own, boolean chinese, Reader reader) {
        Map<String, String> options = new LinkedHashMap<>();
        String offered = component.path("properties").path("serverOptions").asText();
        if (!offered.isEmpty()) {
            offers.options(offered, reader).forEach(option -> options.put(option.value(), option.label()));
        }
        component.path("values").forEach(value -> {
            String name = value.path("value").asText();
            String english = value.path("label").asText(name);
            options.put(name, chinese ? own.path("options").path(name).asText(english) : english);
        });
        return options;
    }
}
