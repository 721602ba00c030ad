package com.lianxing.process.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.lianxing.process.engine.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link FormRules} from a form (form-js schema 16) and the Chinese texts beside it. A form that asks for what
 * the server would not check is an error, said with the component and what to write instead.
 */
final class FormReading {

    private static final Set<String> SHOWN_ONLY = Set.of("text", "html", "spacer", "separator", "image", "button");
    private static final Pattern COMPARISON =
            Pattern.compile("=\\s*(\\w+)\\s*(=|!=)\\s*(\"([^\"]*)\"|true|false|null)\\s*");

    private final String formId;
    private final JsonNode chinese;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private FormReading(String formId, JsonNode chinese) {
        this.formId = formId;
        this.chinese = chinese;
    }

    /**
     * @param chinese an empty object where the form has no Chinese texts
     * @throws IllegalArgumentException if the form has what the server does not check
     */
    static FormRules read(JsonNode schema, JsonNode chinese) {
        FormReading reading = new FormReading(schema.path("id").asText(), chinese);
        reading.components(schema.path("components"));
        return new FormRules(reading.formId, reading.fields);
    }

    private void components(JsonNode components) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (type.equals("group") && component.path("path").asText().isEmpty() && !component.has("conditional")) {
                components(component.path("components"));
            } else if (!SHOWN_ONLY.contains(type)) {
                field(type, component);
            }
        }
    }

    private void field(String type, JsonNode component) {
        String key = component.path("key").asText();
        if (!key.matches("[a-z][A-Za-z0-9]*") || !keys.add(key)) {
            throw error(component, "its key '%s' is used twice or is no camelCase name".formatted(key));
        }
        boolean required = component.path("validate").path("required").asBoolean();
        fields.add(new Field(key, label(component), required, kind(type, component, required), condition(component)));
    }

    private FieldKind kind(String type, JsonNode component, boolean required) {
        JsonNode validate = component.path("validate");
        return switch (type) {
            case "textfield" -> text(component, false, FieldKind.Text.LINE);
            case "textarea" -> text(component, true, FieldKind.Text.TEXT);
            case "number" -> number(component, validate);
            case "checkbox" -> new FieldKind.Tick(required);
            case "select", "radio" -> choice(component);
            case "datetime" -> dateTime(component);
            default ->
                throw error(
                        component,
                        "the server does not check components of type '%s'; rows belong into a sheet of the project tab"
                                .formatted(type));
        };
    }

    private FieldKind text(JsonNode component, boolean manyLines, int longest) {
        JsonNode validate = component.path("validate");
        JsonNode texts = chinese.path(component.path("id").asText());
        String said = texts.path("error").asText();
        return new FieldKind.Text(
                manyLines,
                validate.path("minLength").asInt(0),
                validate.path("maxLength").asInt(longest),
                pattern(component, validate.path("pattern").asText()),
                said.isEmpty() ? null : new Bilingual(texts.path("error_en").asText(said), said));
    }

    private @Nullable Pattern pattern(JsonNode component, String pattern) {
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw error(component, "its pattern is not one: " + e.getMessage());
        }
    }

    private FieldKind number(JsonNode component, JsonNode validate) {
        BigDecimal min = decimal(validate.path("min"));
        BigDecimal max = decimal(validate.path("max"));
        if (component.path("serializeToString").asBoolean()) {
            return new FieldKind.Decimal(component.path("decimalDigits").asInt(2), min, max);
        }
        if (component.path("decimalDigits").asInt(-1) != 0) {
            throw error(component, "a number has either decimalDigits 0, or serializeToString");
        }
        return new FieldKind.Whole(min, max);
    }

    private static @Nullable BigDecimal decimal(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty()
                ? null
                : new BigDecimal(value.asText());
    }

    private FieldKind choice(JsonNode component) {
        String offered = component.path("properties").path("serverOptions").asText();
        if (!offered.isEmpty()) {
            return new FieldKind.Offered(offered);
        }
        Set<String> values = new LinkedHashSet<>();
        component.path("values").forEach(value -> values.add(value.path("value").asText()));
        if (values.isEmpty()) {
            throw error(component, "a select lists its values, or names serverOptions in its properties");
        }
        return new FieldKind.Listed(Set.copyOf(values));
    }

    private FieldKind dateTime(JsonNode component) {
        if (component.path("subtype").asText().equals("date")) {
            return new FieldKind.Day();
        }
        if (component.path("subtype").asText().equals("datetime")
                && component.path("timeSerializingFormat").asText().equals("no_timezone")) {
            return new FieldKind.Moment();
        }
        throw error(
                component,
                "a date and time is subtype datetime with timeSerializingFormat no_timezone, and a select "
                        + "of the zone beside it");
    }

    private Field.@Nullable Condition condition(JsonNode component) {
        String hide = component.path("conditional").path("hide").asText().strip();
        if (hide.isEmpty()) {
            return null;
        }
        Matcher comparison = COMPARISON.matcher(hide);
        if (!comparison.matches() || !keys.contains(comparison.group(1))) {
            throw error(
                    component,
                    "a field hides by one comparison of a field above it with a constant, for example "
                            + "=kind = \"NONE\"");
        }
        String constant = comparison.group(3);
        Object value = comparison.group(4) != null
                ? comparison.group(4)
                : constant.equals("null") ? null : (Object) Boolean.valueOf(constant);
        return new Field.Condition(comparison.group(1), comparison.group(2).equals("="), value);
    }

    private Bilingual label(JsonNode component) {
        JsonNode texts = chinese.path(component.path("id").asText());
        String en = first(component, component.path("key").asText());
        return new Bilingual(en, first(texts, en));
    }

    private static String first(JsonNode texts, String otherwise) {
        String label = texts.path("label").asText();
        return label.isEmpty() ? texts.path("dateLabel").asText(otherwise) : label;
    }

    private IllegalArgumentException error(JsonNode component, String what) {
        return new IllegalArgumentException("form %s, component %s: %s"
                .formatted(formId, component.path("id").asText("without id"), what));
    }
}
