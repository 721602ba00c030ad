package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Credentials;
import com.lianxing.access.People;
import com.lianxing.calendar.MovableClock;
import com.lianxing.catalog.Catalog;
import com.lianxing.document.Documents;
import com.lianxing.process.WorkList;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import com.lianxing.sourcing.Supplier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a project, for a Chinese and an English reader: the same facts in the words of each. */
@LianxingTest
class ProjectPageTest {

    private static final AtomicInteger STORIES = new AtomicInteger(301);
    private static final Pattern DIAGRAM = Pattern.compile("/api/diagrams/[^\"]+");

    @LocalServerPort
    private int port;

    @Autowired
    private Credentials credentials;

    @Autowired
    private People people;

    @Autowired
    private DemoCatalogue catalogue;

    @Autowired
    private Catalog catalog;

    @Autowired
    private WorkList work;

    @Autowired
    private Sheet.Sheets sheets;

    @Autowired
    private Documents documents;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AmazonSide amazon;

    private ProjectCode project = new ProjectCode("FBA-US-2026-999");
    private Visitor chinese = Visitor.nobody(0);
    private Visitor english = Visitor.nobody(0);

    @BeforeEach
    void aProjectWhoseQuantitiesArePlanned() {
        DemoAccounts.enrol(credentials, people);
        if (catalog.find("HOME-PILLOW-01").isEmpty()) {
            catalogue.fill();
        }
        int number = STORIES.getAndIncrement();
        StepValues.Story story = new StepValues.Story(
                number,
                "两种语言 Two languages " + number,
                150,
                catalogue.supplier("Factory of story " + number, Supplier.Kind.FACTORY),
                catalogue.supplier("Forwarder of story " + number, Supplier.Kind.FORWARDER));
        ProjectPlayer player = new ProjectPlayer(work, sheets, documents, clock, amazon);
        project = player.start(story);
        player.play(project, story, Set.of("userTask_checkCompliance"));
        chinese = Visitor.person(port, "pm", DemoAccounts.PASSWORD);
        english = Visitor.person(port, "manager", DemoAccounts.PASSWORD);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void aDoneStepStandsThereInTheWordsOfItsForm() throws IOException {
        JsonNode texts = texts("fba-inbound-plan-quantities");
        String zh = chinese.get("/projects/" + project).body();
        String en = english.get("/projects/" + project).body();

        assertThat(zh).contains(texts.path("_title").asText()).doesNotContain(">plan-quantities<");
        assertThat(en).contains(texts.path("_title_en").asText()).doesNotContain(">plan-quantities<");
        texts.properties().stream()
                .filter(text -> text.getKey().startsWith("field_"))
                .map(text -> text.getValue().path("label").asText())
                .filter(label -> !label.isEmpty())
                .forEach(label -> assertThat(zh).contains(label));
    }

    @Test
    void theDiagramIsDrawnInTheReadersLanguage() throws IOException {
        JsonNode names = new ObjectMapper()
                .readTree(Path.of("processes", "names.zh.json").toFile())
                .path("fba-inbound");

        String zh = diagram(chinese);
        String en = diagram(english);

        assertThat(zh)
                .contains("name=\"" + names.path("userTask_planQuantities").asText() + "\"")
                .contains(names.path("annotation_phasePlan").asText());
        assertThat(en).contains("name=\"Plan quantities per SKU\"");
    }

    private String diagram(Visitor reader) {
        Matcher url = DIAGRAM.matcher(reader.get("/projects/" + project).body());
        assertThat(url.find()).isTrue();
        return reader.get(url.group()).body();
    }

    private static JsonNode texts(String form) throws IOException {
        return new ObjectMapper().readTree(Path.of("forms", form + ".zh.json").toFile());
    }
}
