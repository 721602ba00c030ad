package com.lianxing.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a form and its Chinese text must keep: one language for one, both complete, and fields the server can check. */
final class FormFileRules {

    private static final List<String> TEXTS = List.of("label", "description", "text", "dateLabel", "timeLabel");
    private static final List<String> OF_THE_TASK = List.of("_title", "_title_en", "_help", "_help_en");
    private static final Set<String> TYPES =
            Set.of("text", "select", "radio", "textfield", "textarea", "number", "checkbox", "datetime");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final JsonNode form;
    private final JsonNode chinese;
    private final List<String> faults = new ArrayList<>();

    private FormFileRules(JsonNode form, JsonNode chinese) {
        this.form = form;
        this.chinese = chinese;
    }

    static List<String> faults(String stem, JsonNode form, JsonNode chinese) {
        FormFileRules rules = new FormFileRules(form, chinese);
        rules.check(form.path("id").asText().equals(stem), stem, "is not the form's id");
        rules.check(
                form.path("executionPlatform").asText().equals("Camunda Platform"), stem, "is not made for Camunda 7");
        rules.fields();
        rules.texts();
        return rules.faults;
    }

    private void fields() {
        Set<String> keys = new HashSet<>();
        for (JsonNode component : form.path("components")) {
            String id = component.path("id").asText();
            String type = component.path("type").asText();
            String key = component.path("key").asText();
            check(TYPES.contains(type), id, "is of type " + type + ", which no server check knows");
            if (type.equals("text")) {
                check(id.startsWith("text_"), id, "should be text_<name>");
                continue;
            }
            check(KEY.matcher(key).matches() && id.equals("field_" + key), id, "should be field_<key>");
            check(keys.add(key), id, "submits " + key + " a second time");
            boolean fraction =
                    type.equals("number") && component.path("decimalDigits").asInt(-1) != 0;
            check(!fraction || component.path("serializeToString").asBoolean(), id, "submits a fraction as a Double");
            boolean moment = type.equals("datetime")
                    && !component.path("subtype").asText().equals("date");
            check(
                    !moment || component.path("timeSerializingFormat").asText().equals("no_timezone"),
                    id,
                    "is read in the browser's zone");
            if (moment) {
                String zone = key.replaceFirst("At$", "Zone");
                check(!zone.equals(key) && hasField(zone), id, "has no field beside it for its zone");
            }
        }
    }

    private boolean hasField(String key) {
        return Stream.iterate(0, i -> i < form.path("components").size(), i -> i + 1)
                .anyMatch(i ->
                        form.path("components").path(i).path("key").asText().equals(key));
    }

    private void texts() {
        Set<String> known = new TreeSet<>(OF_THE_TASK);
        for (String name : OF_THE_TASK) {
            String text = chinese.path(name).asText();
            check(!text.isBlank(), name, "is missing");
            check(name.endsWith("_en") || HAN.matcher(text).find(), name, "is not in Chinese");
        }
        for (JsonNode component : form.path("components")) {
            String id = component.path("id").asText();
            JsonNode translated = chinese.path(id);
            known.add(id);
            check(TEXTS.stream().anyMatch(component::has), id, "has no text");
            for (String text : TEXTS) {
                check(component.has(text) == translated.has(text), id, text + " is in one language only");
                boolean blank = component.has(text)
                        && (component.path(text).asText().isBlank()
                                || translated.path(text).asText().isBlank());
                check(!blank, id, text + " is blank");
            }
            Set<String> options = new TreeSet<>();
            component
                    .path("values")
                    .forEach(option -> options.add(option.path("value").asText()));
            check(options.equals(names(translated.path("options"))), id, "options differ in the two languages");
            boolean served = component.path("properties").has("serverOptions");
            boolean choice = component.path("type").asText().equals("select");
            check(!choice || served == options.isEmpty(), id, "should have options of its own or the server's");
        }
        names(chinese).forEach(id -> check(known.contains(id), id, "is translated and not in the form"));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fields().forEachRemaining((Map.Entry<String, JsonNode> field) -> names.add(field.getKey()));
        return names;
    }

    private void check(boolean kept, String id, String fault) {
        if (!kept) {
            faults.add(id + " " + fault);
        }
    }
}
