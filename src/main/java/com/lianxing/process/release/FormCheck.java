package com.lianxing.process.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a Camunda Form must be: fields that the submission guard knows how to check, and no markup of its own. */
class FormCheck {

    /** Not here: html, iframe, image, button, script; and dynamiclist, which Tasklist cannot submit. */
    private static final Set<String> COMPONENTS = Set.of(
            "text",
            "textfield",
            "textarea",
            "select",
            "radio",
            "number",
            "checkbox",
            "datetime",
            "group",
            "separator",
            "spacer");

    private static final String KEY = "[a-z][A-Za-z0-9]*";

    private final ObjectMapper json = new ObjectMapper();

    List<Finding> check(ModelFile file) {
        List<Finding> findings = new ArrayList<>();
        try {
            JsonNode form = json.readTree(file.content());
            if (!form.path("id").asText().equals(file.stem())) {
                findings.add(Finding.of(file.name(), "", "release.formId", file.stem()));
            }
            checkComponents(file, form, findings);
        } catch (JsonProcessingException e) {
            findings.add(Finding.of(file.name(), "", "release.unreadable", e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    private static void checkComponents(ModelFile file, JsonNode parent, List<Finding> findings) {
        for (JsonNode component : parent.path("components")) {
            String id = component.path("id").asText();
            String type = component.path("type").asText();
            if (!COMPONENTS.contains(type)) {
                findings.add(Finding.of(file.name(), id, "release.component", type));
            }
            if (component.has("key") && !component.path("key").asText().matches(KEY)) {
                findings.add(Finding.of(
                        file.name(), id, "release.key", component.path("key").asText()));
            }
            checkComponents(file, component, findings);
        }
    }
}
