package com.lianxing.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.calendar.MovableClock;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a project, for a Chinese and an English reader: the same facts in the words of each. */
@LianxingTest
class ProjectPageTest {

    private static final Pattern DIAGRAM = Pattern.compile("/api/diagrams/[^\"]+");

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Projects projects;

    private StepValues.@Nullable Story story;
    private ProjectCode project = new ProjectCode("FBA-US-2026-999");
    private Visitor chinese = Visitor.nobody(0);
    private Visitor english = Visitor.nobody(0);

    @BeforeEach
    void aProjectWhoseQuantitiesArePlanned() {
        stories.enrolTheCompany();
        story = stories.tell("两种语言 Two languages");
        project = stories.player().start(story());
        stories.player().play(project, story(), Set.of("userTask_checkCompliance"));
        chinese = Visitor.person(port, "pm", DemoAccounts.PASSWORD);
        english = Visitor.person(port, "manager", DemoAccounts.PASSWORD);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void thePageSaysWhetherTheTargetCanBeKeptAndUntilWhenEachStepMustBegin() {
        String page = "/projects/" + project;
        String schedule = english.get("/api/projects/" + project + "/schedule").body();
        boolean feasible = schedule.contains("\"feasible\":true"); // It depends on the season in which this runs.

        assertThat(schedule)
                .contains("\"id\":\"userTask_placeOrder\",\"name\":\"Place the purchase order\"")
                .contains("\"role\":[\"purchasing\"],\"state\":\"AHEAD\",\"dependsOn\":[")
                .contains("\"latestStart\":{\"local\":");
        assertThat(english.get(page).body())
                .contains(feasible ? "The target can be kept" : "The target will be missed")
                .contains("Steps and their latest start", "Place the purchase order")
                .contains("Approve the order › Decide on the request");
        assertThat(chinese.get(page).body())
                .contains(feasible ? "目标可以实现" : "目标将无法按期实现")
                .contains("各步骤最晚开始时间", "下采购单");
        assertThat(Visitor.person(port, "logistics", DemoAccounts.PASSWORD)
                        .get(page)
                        .body())
                .as("who decides on no request sees when it has to be decided")
                .contains("采购审批 › 审批预算申请");
        assertThat(english.get("/api/projects/FBA-US-2026-998/schedule").statusCode())
                .isEqualTo(404);
    }

    @Test
    void itsManagerCancelsItOnThePageAndNobodyElseDoes() {
        String page = "/projects/" + project;
        Map<String, String> cancel =
                Map.of("key", "page-" + project, "change", "CANCEL", "reason", "停止该品类 the line is dropped");
        Visitor stranger = Visitor.person(port, "logistics", DemoAccounts.PASSWORD);
        assertThat(stranger.get(page).body()).doesNotContain("/changes");
        stranger.fill(page, page + "/changes", cancel);
        assertThat(stranger.get(page).body()).contains("只有 " + project + " 的项目经理");
        chinese.fill(page, page + "/changes", Map.of("key", "empty", "change", "CANCEL", "reason", " "));
        assertThat(chinese.get(page).body()).contains("role=\"alert\"");
        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.DRAFT);

        assertThat(english.get(page).body()).contains("Cancel the project");
        chinese.fill(page, page + "/changes", cancel);

        assertThat(chinese.get(page).body()).contains("已提出").doesNotContain("/changes");
        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CANCELLED);
        chinese.fill(page, page + "/changes", Map.of("key", "again", "change", "DATE", "reason", "too late"));
        assertThat(chinese.get(page).body()).contains(project + " 已结束");
    }

    @Test
    void aProjectOnHoldIsCancelledWithoutBeingResumedFirst() {
        String page = "/projects/" + project;
        stories.player().play(project, story(), Set.of("userTask_placeOrder"));
        chinese.fill(page, page + "/hold", Map.of("key", "hold-" + project, "reason", "the brand is asked"));
        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.ON_HOLD);
        assertThat(english.get(page).body())
                .contains("Cancel the project")
                .doesNotContain("Change the budget", "Change the target date");

        english.fill(
                page,
                page + "/changes",
                Map.of("key", "end-" + project, "change", "CANCEL", "reason", "the brand says no"));

        assertThat(english.get(page).body()).contains("Asked for.");
        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CANCELLED);
    }

    @Test
    void logisticsAsksForAnotherCarrierOfAShipmentThatIsOnItsWay() {
        String page = "/projects/" + project;
        String change = "CARRIER:" + project + "-S1";
        Map<String, String> wish =
                Map.of("key", "carrier-" + project, "change", change, "reason", "甩柜太多 too many rolled vessels");
        Visitor logistics = Visitor.person(port, "logistics", DemoAccounts.PASSWORD);
        logistics.fill(page, page + "/changes", wish);
        assertThat(logistics.get(page).body()).contains("货件 " + project + "-S1 尚未订舱");

        stories.player().play(project, story(), Set.of("userTask_handOverDocuments"));
        Visitor stranger = Visitor.person(port, "purchasing", DemoAccounts.PASSWORD);
        stranger.fill(page, page + "/changes", wish);
        assertThat(stranger.get(page).body()).contains("只有 " + project + " 的物流负责人");
        assertThat(logistics.get(page).body()).contains("更换货件 FBA").doesNotContain("取消项目");
        logistics.fill(page, page + "/changes", wish);

        assertThat(logistics.get(page).body())
                .contains("已提出", "邀请供应商报价")
                .as("which shipment a diagram is of")
                .contains("FBA货件 · " + project + "-S1</h2>");
    }

    @Test
    void whoIsNotSignedInYetSeesTheIcon() {
        Visitor nobody = Visitor.nobody(port);

        assertThat(nobody.get("/login").body()).contains("rel=\"icon\"", "/assets/icon.svg");
        assertThat(nobody.get("/assets/icon.svg").statusCode()).isEqualTo(200);
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
        JsonNode names = names();

        String zh = diagram(chinese);
        String en = diagram(english);

        assertThat(zh)
                .contains("name=\"" + names.path("userTask_planQuantities").asText() + "\"")
                .contains(names.path("annotation_phasePlan").asText());
        assertThat(en).contains("name=\"Plan quantities per SKU\"");
    }

    @Test
    void theStartPageNamesTheManagerAndTheTaskThatIsDueNext() throws IOException {
        assertThat(row(chinese))
                .contains(names().path("userTask_checkCompliance").asText(), "周敏 Zhou Min");
        assertThat(row(english)).contains("Check compliance", "周敏 Zhou Min");
    }

    /** What the start page says of the project. */
    private String row(Visitor reader) {
        int number = Integer.parseInt(project.value().substring("FBA-US-2026-".length()));
        String before = project.value().substring(0, "FBA-US-2026-".length()) + "%03d".formatted(number - 1);
        String page = reader.get("/?after=" + before).body();
        return page.substring(page.indexOf("/projects/" + project)).split("</tr>", 2)[0];
    }

    private String diagram(Visitor reader) {
        Matcher url = DIAGRAM.matcher(reader.get("/projects/" + project).body());
        assertThat(url.find()).isTrue();
        return reader.get(url.group()).body();
    }

    private static JsonNode names() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("processes", "names.zh.json").toFile())
                .path("fba-inbound");
    }

    private static JsonNode texts(String form) throws IOException {
        return new ObjectMapper().readTree(Path.of("forms", form + ".zh.json").toFile());
    }

    private StepValues.Story story() {
        return requireNonNull(story);
    }
}
