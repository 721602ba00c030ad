package com.lianxing.process.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.process.engine.ModelNames;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.SharedFilters;
import com.lianxing.process.engine.form.ShownForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what Tasklist shows in the reader's language: forms, names of tasks and processes, filters; due dates on both clocks. */
@Component
class Localizer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter ENGINE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);

    private final ShownForms forms;
    private final ModelNames names;
    private final EmbeddedNames embedded;
    private final MessageSource messages;

    Localizer(ShownForms forms, ModelNames names, EmbeddedNames embedded, MessageSource messages) {
        this.forms = forms;
        this.names = names;
        this.embedded = embedded;
        this.messages = messages;
    }

    boolean knows(EnginePath path) {
        return path.taskOfForm().isPresent()
                || path.definitionOfStartForm().isPresent()
                || path.isFormVariables()
                || path.isNames()
                || path.isFilter();
    }

    /** The body instead of the engine's. */
    byte[] localized(EnginePath path, byte[] body, Reader reader) {
        Optional<String> form = path.taskOfForm()
                .flatMap(task -> forms.ofTask(task, reader))
                .or(() -> path.definitionOfStartForm().flatMap(definition -> forms.ofStart(definition, reader)));
        if (form.isPresent()) {
            return form.get().getBytes(StandardCharsets.UTF_8);
        }
        if (path.isFormVariables()) {
            // Nothing is filled in from an earlier submission, least of all somebody else's verdict.
            return "{}".getBytes(StandardCharsets.UTF_8);
        }
        if (body.length == 0) {
            return body;
        }
        try {
            JsonNode tree = JSON.readTree(body);
            walk(tree, path.isFilter(), reader);
            embedded.complete(tree, reader.language());
            return JSON.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void walk(JsonNode node, boolean filters, Reader reader) {
        if (node instanceof ObjectNode object) {
            if (filters && object.path("resourceType").asText().equals("Task")) {
                filter(object, reader);
            } else if (object.path("name").asText().equals(SharedFilters.AMOUNT)
                    && object.path("value").isIntegralNumber()) {
                // A column of the list: whole cents are for decision tables, not for people.
                object.put("value", dollars(object.path("value").asLong())).put("type", "String");
            } else if (object.path("name").isTextual()) {
                name(object, reader).ifPresent(name -> object.put("name", name));
                due(object, reader);
            }
        }
        node.forEach(child -> walk(child, filters, reader));
    }

    /** Tasklist says "in 3 days" and leaves the date to the reader's clock: here it is, on both. */
    private static void due(ObjectNode task, Reader reader) {
        if (!task.has("taskDefinitionKey") || !task.path("due").isTextual()) {
            return;
        }
        Instant due =
                OffsetDateTime.parse(task.path("due").asText(), ENGINE_TIME).toInstant();
        String clocks = BothClocks.text(due, reader.zone(), reader.language());
        task.put(SharedFilters.DUE, clocks);
        if (task.path("_embedded").path("variable") instanceof ArrayNode columns) {
            columns.addObject()
                    .put("name", SharedFilters.DUE)
                    .put("value", clocks)
                    .put("type", "String");
        }
    }

    private static String dollars(long cents) {
        return "USD "
                + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(BigDecimal.valueOf(cents, 2));
    }

    private Optional<String> name(ObjectNode object, Reader reader) {
        if (!reader.language().getLanguage().equals("zh")) {
            return Optional.empty();
        }
        if (object.has("taskDefinitionKey")) {
            return names.chinese(
                    object.path("processDefinitionId").asText(),
                    object.path("taskDefinitionKey").asText());
        }
        if (object.has("type")) {
            return Role.of(object.path("id").asText())
                    .map(role -> messages.getMessage(role.messageKey(), null, reader.language()));
        }
        return object.has("deploymentId") && object.has("key")
                ? names.chinese(object.path("id").asText(), object.path("key").asText())
                : Optional.empty();
    }

    private void filter(ObjectNode filter, Reader reader) {
        JsonNode properties = filter.path("properties");
        String key = properties.path(SharedFilters.TEXT_KEY).asText();
        if (key.isEmpty() || !(properties instanceof ObjectNode own)) {
            return;
        }
        filter.put("name", messages.getMessage(key, null, reader.language()));
        own.put("description", messages.getMessage(key + ".description", null, reader.language()));
        own.path("variables").forEach(variable -> {
            if (variable instanceof ObjectNode column) {
                String label = "filter.variable." + column.path("name").asText();
                column.put("label", messages.getMessage(label, null, reader.language()));
            }
        });
    }
}
