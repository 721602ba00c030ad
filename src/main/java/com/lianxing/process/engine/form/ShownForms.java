package com.lianxing.process.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Work;
import java.util.Comparator;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Forms as one reader sees them: labels in the reader's language, selects filled by {@link ServerOptions}, texts
 * written by {@link FormFacts}. What was shown for a task is kept, byte by byte, as what this person saw.
 *
 * <p>Asks no rights: the caller has seen the engine hand out the form.
 */
@Service
public class ShownForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectProvider<ProcessEngine> engine;
    private final DeployedForms forms;
    private final Offers offers;
    private final ObjectProvider<FormFacts> facts;
    private final ObjectProvider<ShownKeeper> keepers;

    ShownForms(
            ObjectProvider<ProcessEngine> engine,
            DeployedForms forms,
            Offers offers,
            ObjectProvider<FormFacts> facts,
            ObjectProvider<ShownKeeper> keepers) {
        this.engine = engine;
        this.forms = forms;
        this.offers = offers;
        this.facts = facts;
        this.keepers = keepers;
    }

    /** The task's form as JSON; empty for a task without one. */
    public Optional<String> ofTask(String taskId, Reader reader) {
        return run(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null || task.getProcessDefinitionId() == null) {
                return Optional.empty();
            }
            Work work = Work.of(task);
            Optional<String> shown = forms.of(task, context)
                    .map(form -> text(form, new FormView(form.id(), work.processKey(), work, task), reader));
            String person = reader.personId();
            if (person != null) {
                shown.ifPresent(view -> keepers.forEach(keeper -> keeper.keep(taskId, person, view)));
            }
            return shown;
        });
    }

    /** The start form as JSON; empty for a process without one. */
    public Optional<String> ofStart(String processDefinitionId, Reader reader) {
        return run(context -> {
            ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(processDefinitionId);
            return forms.of(definition, context)
                    .map(form -> text(form, new FormView(form.id(), definition.getKey(), null, null), reader));
        });
    }

    private <T> T run(Command<T> work) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(work);
    }

    private String text(DeployedForm form, FormView view, Reader reader) {
        ObjectNode schema = form.schema().deepCopy();
        components(schema.path("components"), form, view, reader);
        try {
            return JSON.writeValueAsString(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("form " + form.id(), e);
        }
    }

    private void components(JsonNode components, DeployedForm form, FormView view, Reader reader) {
        for (JsonNode component : components) {
            if (!(component instanceof ObjectNode shown)) {
                continue;
            }
            if (reader.language().getLanguage().equals("zh")) {
                translate(shown, form.chinese().path(shown.path("id").asText()));
            }
            String offered = shown.path("properties").path("serverOptions").asText();
            if (!offered.isEmpty()) {
                offer(shown.putArray("values"), offered, reader);
            }
            String text = shown.path("properties").path("serverText").asText();
            if (!text.isEmpty()) {
                writer(text, form.id()).ifPresent(writer -> shown.put("text", writer.markdown(view, reader)));
            }
            components(shown.path("components"), form, view, reader);
        }
    }

    private static void translate(ObjectNode component, JsonNode texts) {
        texts.properties().forEach(text -> {
            if (text.getKey().equals("options")) {
                component.path("values").forEach(value -> {
                    String label =
                            text.getValue().path(value.path("value").asText()).asText();
                    if (!label.isEmpty() && value instanceof ObjectNode option) {
                        option.put("label", label);
                    }
                });
            } else if (component.has(text.getKey())) {
                component.set(text.getKey(), text.getValue());
            }
        });
    }

    private void offer(ArrayNode values, String offered, Reader reader) {
        offers.options(offered, reader)
                .forEach(option ->
                        values.addObject().put("label", option.label()).put("value", option.value()));
    }

    /** The one for this form, before one for any form. */
    private Optional<FormFacts> writer(String name, String formId) {
        return facts.stream()
                .filter(writer -> writer.name().equals(name))
                .filter(writer -> writer.formId().isEmpty() || writer.formId().equals(formId))
                .max(Comparator.comparing(writer -> writer.formId().length()));
    }
}
