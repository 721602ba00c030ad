package com.lianxing.process.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** An allow-list of elements and attributes, read from {@code release/<name>.allowed}, which explains its format. */
class Vocabulary {

    static final String TEXT = "#text";

    /** What an attribute must be. */
    record Rule(ValueCheck check, boolean required) {}

    private final Map<String, Map<String, Rule>> elements = new LinkedHashMap<>();

    private Vocabulary() {}

    static Vocabulary read(String name) {
        Vocabulary vocabulary = new Vocabulary();
        try {
            new ClassPathResource("release/" + name + ".allowed")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(vocabulary::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary;
    }

    private void add(String line) {
        Map<String, Rule> attributes = new LinkedHashMap<>();
        String element = "";
        for (String word : line.split(" ")) {
            if (element.isEmpty()) {
                element = word;
                continue;
            }
            boolean required = word.endsWith("!");
            String rule = required ? word.substring(0, word.length() - 1) : word;
            int equals = rule.indexOf('=');
            attributes.put(
                    equals < 0 ? rule : rule.substring(0, equals),
                    new Rule(equals < 0 ? ValueCheck.PLAIN : ValueCheck.of(rule.substring(equals + 1)), required));
        }
        elements.put(element, attributes);
    }

    /** Rules by attribute, or null for an element that is not allowed. */
    @Nullable
    Map<String, Rule> attributesOf(String element) {
        return elements.get(element);
    }
}
