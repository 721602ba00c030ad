package com.lianxing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages hold no text and no code of their own: texts are in the catalogue, in both languages; code is in assets. */
class TemplateTextTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SCRIPTS = Path.of("src/main/frontend/src");

    private static final Pattern KEY = Pattern.compile("#\\{(ui\\.[\\w.]+)|msg\\('(ui\\.[\\w.]+)'");
    private static final Pattern KEY_BEGINNING = Pattern.compile("\\$\\{'(ui\\.[\\w.]+\\.)' \\+");
    private static final Pattern SCRIPT_KEYS = Pattern.compile("listSplit\\('(error\\.[\\w.,]+)'");
    private static final Pattern ASKED_BY_SCRIPT = Pattern.compile("'((?:sheet|files|error)\\.[\\w.]+)'");
    private static final Pattern INLINE =
            Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|\\shx-on|javascript:|<script(?![^>]*src=)");

    private final Set<String> english = keys("dashboard_en.properties");

    @Test
    void bothLanguagesHoldTheSameTexts() {
        assertThat(keys("dashboard_zh.properties")).isEqualTo(english);
    }

    @Test
    void everyTextOfAPageIsInTheCatalogue() {
        String pages = all(TEMPLATES, ".html");
        assertThat(english).containsAll(found(KEY, pages));
        assertThat(found(KEY_BEGINNING, pages))
                .isNotEmpty()
                .allSatisfy(beginning -> assertThat(english).anyMatch(key -> key.startsWith(beginning)));
    }

    @Test
    void everyTextThatAScriptAsksForIsWrittenIntoTheTab() {
        Set<String> written = found(SCRIPT_KEYS, all(TEMPLATES, ".html")).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = found(ASKED_BY_SCRIPT, all(SCRIPTS, ".js"));
        assertThat(written).containsAll(asked);
        assertThat(found(Pattern.compile("(?m)^ui\\.js\\.([\\w.]+)$"), String.join("\n", english)))
                .isEqualTo(written);
    }

    @Test
    void noPageHoldsCodeOrStyle() {
        String pages = all(TEMPLATES, ".html").replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
        assertThat(INLINE.matcher(pages).results().map(match -> match.group())).isEmpty();
    }

    private static Set<String> found(Pattern pattern, String content) {
        return pattern.matcher(content)
                .results()
                .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String all(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(TemplateTextTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(String catalogue) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages", catalogue))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
