package com.lianxing.process.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.audit.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of user tasks and start events, each read once per deployment. Use inside an engine command. */
@Component
class DeployedForms {

    private static final String KEY_PREFIX = "camunda-forms:deployment:";
    private static final int MOST = 500;

    private record Place(String deploymentId, String key) {}

    private final ObjectMapper json = new ObjectMapper();

    private final Map<Place, DeployedForm> read = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, DeployedForm> eldest) {
            return size() > MOST;
        }
    };

    /** Empty for a task without a form. */
    Optional<DeployedForm> of(TaskEntity task, CommandContext context) {
        return of(task.getTaskDefinition().getFormDefinition(), task.getProcessDefinition(), context);
    }

    /** The start form; empty for a process that no person starts. */
    Optional<DeployedForm> of(ProcessDefinitionEntity definition, CommandContext context) {
        return definition.getStartFormDefinition() == null
                ? Optional.empty()
                : of(definition.getStartFormDefinition(), definition, context);
    }

    /** The form of a task of that process; empty for a task without one. */
    Optional<DeployedForm> of(FormDefinition form, ProcessDefinitionEntity definition, CommandContext context) {
        String key = text(form.getCamundaFormDefinitionKey());
        if (key != null) {
            if (!DefaultFormHandler.FORM_REF_BINDING_DEPLOYMENT.equals(form.getCamundaFormDefinitionBinding())) {
                throw new IllegalStateException(
                        "form %s of %s is not bound to its deployment".formatted(key, definition.getKey()));
            }
            return Optional.of(at(new Place(definition.getDeploymentId(), key), context));
        }
        String path = text(form.getFormKey());
        if (path == null) {
            return Optional.empty();
        }
        return Optional.of(at(new Place(definition.getDeploymentId(), path), context));
    }

    private static @Nullable String text(@Nullable Expression expression) {
        return expression == null ? null : expression.getExpressionText();
    }

    private DeployedForm at(Place place, CommandContext context) {
        synchronized (read) {
            DeployedForm known = read.get(place);
            if (known != null) {
                return known;
            }
        }
        DeployedForm form = load(place, context);
        synchronized (read) {
            read.put(place, form);
        }
        return form;
    }

    private DeployedForm load(Place place, CommandContext context) {
        String file = file(place, context);
        byte[] schema = bytes(place.deploymentId(), file, context)
                .orElseThrow(() -> new IllegalStateException(
                        "form %s is not in deployment %s".formatted(place.key(), place.deploymentId())));
        Optional<byte[]> chinese = file.endsWith(".form")
                ? bytes(place.deploymentId(), file.substring(0, file.length() - 5) + ".zh.json", context)
                : Optional.empty();
        try {
            JsonNode parsed = json.readTree(schema);
            JsonNode texts = chinese.isPresent() ? json.readTree(chinese.get()) : json.createObjectNode();
            return new DeployedForm(
                    parsed.path("id").asText(), parsed, texts, Sha256.of(schema), FormReading.read(parsed, texts));
        } catch (IOException e) {
            throw new UncheckedIOException("form " + place.key() + " of deployment " + place.deploymentId(), e);
        }
    }

    private static String file(Place place, CommandContext context) {
        if (place.key().startsWith(KEY_PREFIX)) {
            return place.key().substring(KEY_PREFIX.length());
        }
        CamundaFormDefinitionEntity definition = context.getCamundaFormDefinitionManager()
                .findDefinitionByDeploymentAndKey(place.deploymentId(), place.key());
        if (definition == null) {
            throw new IllegalStateException(
                    "form %s is not in deployment %s".formatted(place.key(), place.deploymentId()));
        }
        return definition.getResourceName();
    }

    private static Optional<byte[]> bytes(String deploymentId, String file, CommandContext context) {
        ResourceEntity resource =
                context.getResourceManager().findResourceByDeploymentIdAndResourceName(deploymentId, file);
        return Optional.ofNullable(resource).map(ResourceEntity::getBytes);
    }
}
