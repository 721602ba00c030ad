package com.lianxing;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.approval.DutyConflict;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text a person reads is there in both languages, and takes the same arguments in both. */
class MessageCatalogueTest {

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        Resource[] english =
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties");
        assertThat(english).isNotEmpty();
        for (Resource resource : english) {
            Properties en = load(resource);
            Properties zh = load(resource.createRelative(
                    String.valueOf(resource.getFilename()).replace("_en.", "_zh.")));
            assertThat(zh.stringPropertyNames()).as(resource.getFilename()).isEqualTo(en.stringPropertyNames());
            for (String key : en.stringPropertyNames()) {
                assertThat(arguments(zh.getProperty(key)))
                        .as("%s of %s", key, resource.getFilename())
                        .isEqualTo(arguments(en.getProperty(key)));
                assertThat(zh.getProperty(key)).as("%s in Chinese", key).isNotBlank();
            }
        }
    }

    @Test
    void everyRefusalHasItsSentence() throws IOException {
        Pattern inACall = Pattern.compile(
                "(?:Refusal\\s*\\.(?:duty|rule|lost|notFound|fields)|refusePeople)\\(\\s*\"([A-Z_]+)\"");
        Pattern inARegistration = Pattern.compile("static final String \\w+ = \"([A-Z_]+)\"");
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String code = Files.readString(source);
                inACall.matcher(code).results().forEach(call -> rules.add(call.group(1)));
                if (source.endsWith("Registration.java")) {
                    inARegistration.matcher(code).results().forEach(rule -> rules.add(rule.group(1)));
                }
            }
        }
        Arrays.stream(DutyConflict.values()).forEach(conflict -> rules.add(conflict.name()));
        Set<String> sentences = new HashSet<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties")) {
            sentences.addAll(load(resource).stringPropertyNames());
        }
        assertThat(rules).hasSizeGreaterThan(50).allMatch(rule -> sentences.contains("refusal." + rule));
    }

    private static Set<Integer> arguments(String text) {
        Set<Integer> used = new HashSet<>();
        int most = new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
        for (int i = 0; i < most; i++) {
            if (text.matches("(?s).*\\{" + i + "[,}].*")) {
                used.add(i);
            }
        }
        return used;
    }

    private static Properties load(Resource resource) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
