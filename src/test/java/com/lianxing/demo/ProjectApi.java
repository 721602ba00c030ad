package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.RunningApplication;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.WorkItem;
import com.lianxing.project.ProjectCode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One project as programs see it, read by the auditor over {@code /api/projects}. */
final class ProjectApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningApplication application;
    private final ProjectCode project;

    ProjectApi(RunningApplication application, ProjectCode project) {
        this.application = application;
        this.project = project;
    }

    /** Open tasks, most urgent first. */
    List<WorkItem> openTasks() {
        return items(get("/tasks")).map(this::task).toList();
    }

    private WorkItem task(JsonNode task) {
        Set<String> groups = new HashSet<>();
        task.path("groups").forEach(group -> groups.add(group.asText()));
        String due = text(task.path("due").path("instant"));
        return new WorkItem(
                task.path("id").asText(),
                "",
                "",
                task.path("step").asText(),
                task.path("name").asText(),
                "",
                project,
                text(task.path("shipmentId")),
                text(task.path("assignee")),
                groups,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                due == null ? null : Instant.parse(due),
                DeadlineKind.INTERNAL);
    }

    String status() {
        return get("").path("status").asText();
    }

    /** Limits, holds and spending, with every entry of the ledger. */
    JsonNode budget() {
        return get("/budget");
    }

    /** All entries of the project's record, in their order. */
    List<JsonNode> audit() {
        List<JsonNode> all = new ArrayList<>();
        String after = "0";
        while (after != null) {
            JsonNode page = get("/audit?limit=200&after=" + after);
            items(page).forEach(all::add);
            after = text(page.path("next"));
        }
        return all;
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> answer =
                    application.send("GET", "/api/projects/" + project + path, "auditor", DemoAccounts.PASSWORD, "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : node.asText();
    }
}
