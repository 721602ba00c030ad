package com.lianxing.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tasklist speaks Chinese completely: its own texts ({@code zh.json}) and those built into its form viewer. */
class TasklistTranslationTest {

    private static final String CAMUNDA = "META-INF/resources/webjars/camunda/";
    private static final String TASKLIST = CAMUNDA + "app/tasklist/";

    /** Signs, and a text that Tasklist itself leaves empty. */
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "NO_TASK_FORM",
            "SEARCH_LESS_THAN",
            "SEARCH_LESS_THAN_EQUALS",
            "SEARCH_GREATER_THAN",
            "SEARCH_GREATER_THAN_EQUALS");

    /** Our Chinese interface has no banner, so its text is empty. */
    private static final Set<String> EMPTY = Set.of("NO_TASK_FORM", "BANNER_CE_EOL_TEXT");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");

    private static final Pattern VIEWER_SENTENCE = Pattern.compile(
            "[\"`]((?:Field is required|Field must |Value is |Please select a valid |Date and time must both )[^\"`]*)[\"`]");

    private final JsonNode english = json(shipped("app/tasklist/locales/en.json"));
    private final JsonNode chinese = json(own("locales/zh.json"));

    @Test
    void chineseHasExactlyTheTextsOfTheShippedEnglish() {
        assertThat(texts(chinese.path("labels")).keySet())
                .isEqualTo(texts(english.path("labels")).keySet());
        assertThat(texts(chinese.path("dateLocales")).keySet())
                .isEqualTo(texts(english.path("dateLocales")).keySet());
    }

    @Test
    void noTextIsLeftInEnglish() {
        Map<String, String> shipped = texts(english.path("labels"));
        Map<String, String> ours = texts(chinese.path("labels"));
        assertThat(shipped.entrySet())
                .filteredOn(entry -> entry.getValue().equals(ours.get(entry.getKey())))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(SAME_IN_BOTH);
        assertThat(ours.entrySet())
                .filteredOn(entry -> entry.getValue().isBlank())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(EMPTY);
    }

    @Test
    void everyPlaceholderSurvivesTranslation() {
        Map<String, String> ours = texts(chinese.path("labels"));
        texts(english.path("labels"))
                .forEach((key, text) -> assertThat(placeholders(ours.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(text)));
    }

    @Test
    void everySentenceOfTheFormViewerHasAReplacement() {
        String script = own("scripts/lianxing/form-language.js");
        Set<String> sentences = VIEWER_SENTENCE
                .matcher(shipped("lib/deps.js"))
                .results()
                .map(match -> match.group(1).split("\\$\\{", -1)[0].strip())
                .filter(sentence -> sentence.contains(" "))
                .collect(Collectors.toSet());
        assertThat(sentences).hasSizeGreaterThanOrEqualTo(10);
        assertThat(sentences).allSatisfy(sentence -> assertThat(script).contains(sentence));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(placeholder -> placeholder.replaceAll("\\s", ""))
                .collect(Collectors.toSet());
    }

    /** Path of each text, joined by dots, with its value. */
    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        collect("", node, texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (!node.isContainerNode()) {
            texts.put(path, node.asText());
            return;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "." + i, node.get(i), texts);
            }
            return;
        }
        node.properties().forEach(entry -> {
            String key = entry.getKey();
            collect(path.isEmpty() ? key : path + "." + key, entry.getValue(), texts);
        });
    }

    private static JsonNode json(String content) {
        try {
            return new ObjectMapper().readTree(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String own(String path) {
        return content(TASKLIST + path, false);
    }

    /** A file of Camunda's webjar, even where one of ours has the same name. */
    private static String shipped(String path) {
        return content(CAMUNDA + path, true);
    }

    /** The shipped file starts with a byte order mark, which no JSON reader accepts in a string. */
    private static String content(String name, boolean ofCamunda) {
        try {
            ClassLoader loader = TasklistTranslationTest.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources(name))) {
                if (url.toString().contains("camunda-webapp-webjar") == ofCamunda) {
                    try (InputStream in = url.openStream()) {
                        String text = new String(in.readAllBytes(), UTF_8);
                        return text.startsWith("\uFEFF") ? text.substring(1) : text;
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("not on the class path: " + name);
    }
}
