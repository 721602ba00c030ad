package com.lianxing;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.demo.DemoAccounts;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.json.JsonParserFactory;

/** What the manuals and the README say about the models, the accounts and each other's files is so. */
class ManualTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theStaffManualSaysWhatEachTaskNeeds(String language) throws IOException {
        String manual = Files.readString(Path.of("src/docs/manual/staff." + language + ".md"));
        Properties texts = texts(language);
        for (String process : List.of(
                "fba-inbound",
                "quote-comparison",
                "deliverable-review",
                "fba-shipment",
                "fda-certification",
                "black-friday-launch",
                "deal-submission")) {
            for (UserTask task : Bpmn.readModelFromFile(
                            Path.of("processes", process + ".bpmn").toFile())
                    .getModelElementsByType(UserTask.class)) {
                assertThat(manual)
                        .contains("| "
                                + String.join(
                                        " | ",
                                        language.equals("en") ? task.getName() : chineseName(process, task.getId()),
                                        role(task.getCamundaCandidateGroups(), texts, language),
                                        list(task, "requiredSheets", "sheet.", texts, language),
                                        list(task, "requiredEvidence", "evidence.", texts, language))
                                + " | ");
            }
        }
    }

    /** One role or another; what a called process is told depends on the caller. */
    private static String role(String groups, Properties texts, String language) {
        if (groups.equals("${buyers}")) {
            return language.equals("en") ? "By what is bought" : "依采购内容而定";
        }
        if (groups.startsWith("$")) {
            return language.equals("en") ? "By what is delivered" : "依交付物而定";
        }
        return Arrays.stream(groups.split(","))
                .map(group -> texts.getProperty("role." + group))
                .collect(Collectors.joining(language.equals("en") ? " or " : "或"));
    }

    @Test
    void theReadmeNamesEveryDemoAccount() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(DemoAccounts.ALL).allSatisfy(account -> assertThat(readme).contains("`" + account.id() + "`"));
        assertThat(readme).contains(DemoAccounts.PASSWORD);
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CHANGELOG.md")));
        try (Stream<Path> docs = Files.walk(Path.of("src/docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        for (Path page : pages) {
            List<String> links = LINK.matcher(Files.readString(page))
                    .results()
                    .map((MatchResult link) -> link.group(1))
                    .filter(link -> !link.contains(":"))
                    .toList();
            assertThat(links)
                    .as(page.toString())
                    .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
        }
    }

    private static String list(UserTask task, String property, String prefix, Properties texts, String language) {
        String listed = task.getExtensionElements() == null
                ? ""
                : task.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
                        .filter(it -> it.getParentElement().getParentElement().equals(task.getExtensionElements()))
                        .filter(it -> property.equals(it.getCamundaName()))
                        .flatMap(it -> Arrays.stream(it.getCamundaValue().split(",")))
                        .map(it -> texts.getProperty(prefix + it.strip(), "").replace("''", "'"))
                        .collect(Collectors.joining(language.equals("en") ? ", " : "、"));
        return listed.isEmpty() ? "–" : listed;
    }

    private static String chineseName(String process, String element) throws IOException {
        Object names = JsonParserFactory.getJsonParser()
                .parseMap(Files.readString(Path.of("processes/names.zh.json")))
                .get(process);
        return names instanceof Map<?, ?> map ? String.valueOf(map.get(element)) : "";
    }

    /** As the catalogue does: the first of two modules that say the same key is heard. */
    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.filter(it -> it.toString().endsWith("_" + language + ".properties"))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
        }
        return texts;
    }
}
