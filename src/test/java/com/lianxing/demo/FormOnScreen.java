package com.lianxing.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Camunda form as a person sees it: labels to read, fields to fill in by mouse and keyboard. */
final class FormOnScreen {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LABELS = List.of("label", "dateLabel", "timeLabel", "description");

    private static final int MOST_ATTEMPTS = 3;

    private final Locator root;
    private final JsonNode schema;

    /** @param schema the form as the server sent it to this reader */
    FormOnScreen(Locator root, JsonNode schema) {
        this.root = root;
        this.schema = schema;
    }

    String id() {
        return schema.path("id").asText();
    }

    /** Everything that can be read. */
    String text() {
        return root.innerText();
    }

    /** Enters what is given, field by field from the top; fields without a value stay as they are. */
    void fill(Map<String, Object> values) {
        List<JsonNode> entered = components()
                .filter(component -> isGiven(values.get(component.path("key").asText())))
                .toList();
        entered.forEach(
                component -> enter(component, values.get(component.path("key").asText())));
        // A date may be drawn over too; then its field says that it is missing.
        for (int attempt = 1; attempt < MOST_ATTEMPTS && error(root).count() > 0; attempt++) {
            entered.stream()
                    .filter(component -> error(field(component)).count() > 0)
                    .forEach(component ->
                            enter(component, values.get(component.path("key").asText())));
        }
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null && !"".equals(value);
    }

    private static Locator error(Locator within) {
        return within.locator(".fjs-form-field-error");
    }

    /** Enters one value. */
    void enter(String key, @Nullable Object value) {
        enter(component(key), value);
    }

    /** The sentence below a field, where it says what is wrong. */
    Locator errorAt(String key) {
        return error(field(component(key)));
    }

    /** What the form's own files say in this language and the page does not show. */
    List<String> missingLabels(boolean chinese) {
        JsonNode form = read(Path.of("forms", id() + ".form"));
        JsonNode translated = read(Path.of("forms", id() + ".zh.json"));
        List<String> missing = new ArrayList<>();
        String shown = text();
        for (JsonNode component : form.path("components")) {
            if (component.has("conditional") && field(component).count() == 0) {
                continue; // Shown for other choices only.
            }
            JsonNode texts = chinese ? translated.path(component.path("id").asText()) : component;
            for (String name : LABELS) {
                String label = texts.path(name).asText();
                if (!shown.contains(label)) {
                    missing.add(label);
                }
            }
        }
        return missing;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode component(String key) {
        return components()
                .filter(it -> it.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the form has no field " + key));
    }

    private Stream<JsonNode> components() {
        List<JsonNode> all = new ArrayList<>();
        schema.path("components").forEach(all::add);
        return all.stream();
    }

    private Locator input(JsonNode component, String part) {
        return root.locator("[id$='-" + component.path("id").asText() + part + "']");
    }

    private Locator field(JsonNode component) {
        String id = component.path("id").asText();
        return root.locator(".fjs-form-field:has([id*='-" + id + "'])");
    }

    private void enter(JsonNode component, @Nullable Object value) {
        switch (component.path("type").asText()) {
            case "select" -> choose(component, String.valueOf(value));
            case "checkbox" -> input(component, "").setChecked(Boolean.parseBoolean(String.valueOf(value)));
            case "datetime" -> enterTime(component, String.valueOf(value));
            default -> enterText(input(component, ""), String.valueOf(value));
        }
    }

    /** While the viewer still takes over the field before, it may draw over what is typed: then it is typed again. */
    private static void enterText(Locator input, String value) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            input.fill(value);
            input.blur();
            if (input.inputValue().equals(value)) {
                return;
            }
        }
        assertThat(input).hasValue(value);
    }

    private void choose(JsonNode component, String value) {
        String label = labelOf(component, value);
        Locator select = field(component);
        Locator shown = select.locator(".fjs-select-display");
        if (shown.count() > 0 && label.equals(shown.textContent())) {
            return;
        }
        select.locator(".fjs-input-group").click();
        select.locator(".fjs-dropdownlist-item")
                .getByText(label, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** An option by its value; where the test cannot know the value, as with a supplier, by how its label begins. */
    private static String labelOf(JsonNode component, String wanted) {
        for (JsonNode option : component.path("values")) {
            String label = option.path("label").asText();
            if (option.path("value").asText().equals(wanted) || label.startsWith(wanted)) {
                return label;
            }
        }
        throw new IllegalStateException(component.path("key") + " does not offer " + wanted);
    }

    private void enterTime(JsonNode component, String value) {
        Locator date = input(component, "-date");
        date.fill(value.substring(0, 10));
        date.press("Enter");
        assertThat(date).hasValue(value.substring(0, 10));
        if (component.path("subtype").asText().equals("datetime")) {
            Locator time = input(component, "-time");
            enterText(time, value.substring(11, 16));
        }
    }
}
