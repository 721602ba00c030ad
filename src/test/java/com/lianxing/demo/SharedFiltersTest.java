package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.calendar.MovableClock;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.project.ProjectCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person finds in each filter of Tasklist, in what order and with what beside it. */
@LianxingTest
class SharedFiltersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private WorkList work;

    @Autowired
    private MovableClock clock;

    private ProjectPlayer player;

    @BeforeEach
    void theCompany() {
        stories.enrolTheCompany();
        player = stories.player();
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void aTaskIsFoundByWhoeverItIsForAndMovesThroughTheFiltersAsItsTimeComes() throws IOException {
        clock.moveTo(clock.now());
        ProjectCode project = player.start(stories.tell("筛选 Filters"));
        WorkItem item = work.open(project).get(0);
        Visitor ops = Visitor.person(port, "ops", DemoAccounts.PASSWORD);

        assertThat(tasks(ops, "My tasks")).contains(item.taskId());
        assertThat(tasks(ops, "My groups")).as("also what is taken").contains(item.taskId());
        Duration toDue = Duration.between(clock.now(), item.dueAt());
        clock.moveBy(toDue.minusDays(8));
        assertThat(tasks(ops, "Due this week")).doesNotContain(item.taskId());
        clock.moveBy(Duration.ofDays(2));
        assertThat(tasks(ops, "Due this week")).contains(item.taskId());
        assertThat(tasks(ops, "Overdue")).doesNotContain(item.taskId());
        clock.moveBy(Duration.ofDays(7));
        assertThat(tasks(ops, "Overdue")).contains(item.taskId());

        Visitor stranger = Visitor.person(port, "purchasing", DemoAccounts.PASSWORD);
        for (String filter : List.of("My tasks", "My groups", "Due this week", "Overdue", "Approvals")) {
            assertThat(tasks(stranger, filter)).as(filter).doesNotContain(item.taskId());
        }
    }

    @Test
    void anApprovalStandsWithItsProjectItsAmountAndItsDueDateMostUrgentFirst() throws IOException {
        List<ProjectCode> projects = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            StepValues.Story story = stories.tell("筛选 Filters");
            ProjectCode project = player.start(story);
            player.play(project, story, Set.of("userTask_decide"));
            projects.add(project);
        }
        WorkItem first = work.open(projects.get(0)).get(0);
        Visitor approver = Visitor.person(port, String.valueOf(first.assignee()), DemoAccounts.PASSWORD);

        JsonNode list = list(approver, "Approvals");

        JsonNode found = StreamSupport.stream(
                        list.path("_embedded").path("task").spliterator(), false)
                .filter(task -> task.path("id").asText().equals(first.taskId()))
                .findFirst()
                .orElseThrow();
        List<String> beside = new ArrayList<>();
        found.path("_embedded")
                .path("variable")
                .forEach(variable -> beside.add(variable.path("name").asText() + "="
                        + variable.path("value").asText()));
        assertThat(beside)
                .contains("projectCode=" + projects.get(0))
                .anyMatch(text -> text.matches("requestedUsdMinor=USD [0-9,]+\\.[0-9]{2}"));
        List<String> due = new ArrayList<>();
        list.path("_embedded")
                .path("task")
                .forEach(task -> due.add(task.path("due").asText()));
        assertThat(due).isSorted().hasSizeGreaterThanOrEqualTo(2).doesNotContain("null");
        assertThat(tasks(Visitor.person(port, "ops", DemoAccounts.PASSWORD), "Approvals"))
                .doesNotContain(first.taskId());
    }

    @Test
    void whatIsDonePerSkuOrPerShipmentIsToldApartAndDueOnBothClocks() throws IOException {
        StepValues.Story story = stories.tell("列 Columns");
        ProjectCode project = player.start(story);
        player.play(project, story, Set.of("userTask_checkCompliance"));
        Visitor compliance = Visitor.person(port, "compliance", DemoAccounts.PASSWORD);

        assertThat(column(compliance, project, "sku"))
                .containsExactlyInAnyOrder("HOME-PILLOW-01", "HOME-LAMP-02", "HOME-RACK-03");
        assertThat(column(compliance, project, "dueClocks"))
                .hasSize(3)
                .allSatisfy(due -> assertThat(due)
                        .matches("[0-9-]{10} [0-9:]{5} 北京时间 \\(Asia/Shanghai\\) · [0-9-]{5,10} [0-9:]{5} PT"));
        String one = work.open(project).get(0).taskId();
        assertThat(JSON.readTree(compliance.get(API + "/task/" + one).body())
                        .path("dueClocks")
                        .asText())
                .isIn(column(compliance, project, "dueClocks"));

        player.play(project, story, Set.of("userTask_bookCarrier"));
        Visitor logistics = Visitor.person(port, "logistics", DemoAccounts.PASSWORD);
        assertThat(column(logistics, project, "shipmentId"))
                .containsExactlyInAnyOrder(project + "-S1", project + "-S2");
    }

    /** What stands in a column beside each of the person's own tasks of the project. */
    private List<String> column(Visitor visitor, ProjectCode project, String name) throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode task : list(visitor, "My tasks").path("_embedded").path("task")) {
            Map<String, String> beside = new HashMap<>();
            task.path("_embedded")
                    .path("variable")
                    .forEach(variable -> beside.put(
                            variable.path("name").asText(),
                            variable.path("value").asText()));
            if (project.value().equals(beside.get("projectCode")) && beside.containsKey(name)) {
                found.add(beside.get(name));
            }
        }
        return found;
    }

    private List<String> tasks(Visitor visitor, String filter) throws IOException {
        List<String> ids = new ArrayList<>();
        list(visitor, filter)
                .path("_embedded")
                .path("task")
                .forEach(task -> ids.add(task.path("id").asText()));
        return ids;
    }

    private JsonNode list(Visitor visitor, String name) throws IOException {
        String key = "filter." + name.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + name.substring(1).replaceAll(" (\\w)", "$1");
        String filters =
                visitor.get(API + "/filter?resourceType=Task&maxResults=200").body();
        for (JsonNode filter : JSON.readTree(filters)) {
            if (filter.path("properties").path("lianxingText").asText().equalsIgnoreCase(key)) {
                return JSON.readTree(visitor.postForHal(
                                API + "/filter/" + filter.path("id").asText() + "/list?firstResult=0&maxResults=200",
                                "{}")
                        .body());
            }
        }
        throw new AssertionError("no filter " + name + " in " + filters);
    }
}
