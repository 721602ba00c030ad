package com.lianxing.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.RunningApplication;
import com.lianxing.Visitor;
import com.lianxing.process.WorkItem;
import com.lianxing.project.ProjectCode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Takes one project after the other through all its steps over HTTP, as the people of the demo company would: rows,
 * files, claim and form. Knows the project across the life of the application, so that it goes on with a restarted one.
 */
final class ProjectClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "----a-file-of-the-test";
    private static final List<BpmnModelInstance> MODELS =
            List.of("fba-inbound", "fba-shipment", "quote-comparison", "deliverable-review", "budget-approval").stream()
                    .map(process -> Bpmn.readModelFromFile(
                            Path.of("processes", process + ".bpmn").toFile()))
                    .toList();

    private static final Pattern CODE = Pattern.compile("FBA-US-\\d{4}-\\d{3,}");

    private static final Pattern OFFER = Pattern.compile("pl-1-[A-Za-z0-9-]+");

    private final StepValues.Story story;
    private final Map<String, Visitor> people = new HashMap<>();
    private @Nullable RunningApplication lastSeen;
    private @Nullable ProjectCode project;

    ProjectClient(StepValues.Story story) {
        this.story = story;
    }

    /** The application answered something else than the step expects. */
    static final class Unexpected extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unexpected(String what, HttpResponse<String> answer) {
            super(what + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /**
     * Starts a project, or does the most urgent task of the one that runs.
     *
     * @return the id of the task whose completion the application has confirmed
     * @throws RuntimeException if the application does not answer, or answers {@link Unexpected} things
     */
    Optional<String> doNext(RunningApplication application) {
        ProjectCode current = project;
        if (current == null) {
            project = start(application);
            return Optional.empty();
        }
        Optional<WorkItem> next =
                new ProjectApi(application, current).openTasks().stream().findFirst();
        if (next.isEmpty()) {
            project = null;
            return Optional.empty();
        }
        complete(application, next.get());
        return Optional.of(next.get().taskId());
    }

    /** A start whose answer was cut off may have been carried out: then the name is taken, by the project it made. */
    private ProjectCode start(RunningApplication application) {
        HttpResponse<String> answer = visitor(application, "pm")
                .post("/engine-rest/process-definition/key/fba-inbound/submit-form", variables(values().start()));
        Matcher made = CODE.matcher(answer.body());
        if (answer.statusCode() == 422 && answer.body().contains("project-name-taken") && made.find()) {
            return new ProjectCode(made.group());
        }
        return new ProjectCode(
                json(expect(200, "start", answer)).path("businessKey").asText());
    }

    private void complete(RunningApplication application, WorkItem task) {
        String person = ProjectPlayer.person(task);
        Visitor visitor = visitor(application, person);
        String path = "/engine-rest/task/" + task.taskId();
        if (task.assignee() == null) {
            expect(204, "claim", visitor.post(path + "/claim", "{\"userId\":\"" + person + "\"}"));
        }
        Stream.of("requiredSheets", "editableSheets")
                .flatMap(name -> property(task, name).stream())
                .distinct()
                .forEach(sheet -> fill(visitor, task, sheet));
        property(task, "requiredEvidence").forEach(kind -> attach(visitor, task, kind));
        JsonNode form = json(expect(200, "form", visitor.get(path + "/deployed-form")));
        Map<String, Object> entered = new HashMap<>(values().of(task));
        form.path("components").forEach(field -> choose(field, entered));
        if (task.step().equals("userTask_choosePlacement")) {
            takeOffered(form, entered);
        }
        expect(204, task.step(), visitor.post(path + "/submit-form", variables(entered)));
    }

    /** Of the placements that Amazon offers in the form, the one with the fewest shipments; its id says the rest. */
    private static void takeOffered(JsonNode form, Map<String, Object> entered) {
        Matcher offer = OFFER.matcher(HtmlUtils.htmlUnescape(form.toString()));
        if (offer.find()) {
            entered.put("optionId", offer.group());
            entered.keySet().removeAll(List.of("splits", "feeUsd", "discountUsd", "expiresAt", "expiresZone"));
        }
    }

    /** A person chooses by what an option is called. */
    private static void choose(JsonNode field, Map<String, Object> entered) {
        String key = field.path("key").asText();
        field.path("values").forEach(option -> {
            if (option.path("label").asText().startsWith(String.valueOf(entered.get(key)))) {
                entered.put(key, option.path("value").asText());
            }
        });
        field.path("components").forEach(inner -> choose(inner, entered));
    }

    private void fill(Visitor visitor, WorkItem task, String name) {
        String path = "/api/tasks/" + task.taskId() + "/sheets/" + name;
        JsonNode sheet = json(expect(200, "read " + name, visitor.get(path)));
        if (sheet.path("rows").isEmpty()) {
            List<Map<String, Object>> rows = values().rows(name, task).stream()
                    .map(row -> Map.<String, Object>of("values", row))
                    .toList();
            Map<String, Object> body = Map.of("version", sheet.path("version").asLong(), "rows", rows);
            expect(200, "fill " + name, visitor.put(path, text(body)));
        }
    }

    private static void attach(Visitor visitor, WorkItem task, String kind) {
        String disposition = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=";
        String body = disposition + "\"kind\"\r\n\r\n" + kind + "\r\n" + disposition
                + "\"file\"; filename=\"evidence.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n% " + kind
                + " of " + task.taskId() + "\n%%EOF\n\r\n--" + BOUNDARY + "--\r\n";
        Map<String, String> once = Map.of("Idempotency-Key", kind);
        expect(
                201,
                "attach " + kind,
                visitor.send(
                        "POST",
                        "/api/tasks/" + task.taskId() + "/files",
                        "multipart/form-data; boundary=" + BOUNDARY,
                        "application/json",
                        body,
                        once));
    }

    private static List<String> property(WorkItem task, String name) {
        List<String> values = new ArrayList<>();
        for (BpmnModelInstance model : MODELS) {
            if (model.getModelElementById(task.step()) instanceof UserTask step
                    && step.getExtensionElements() != null) {
                step.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .flatMap(property ->
                                Arrays.stream(property.getCamundaValue().split(",")))
                        .map(String::strip)
                        .forEach(values::add);
            }
        }
        return values;
    }

    private StepValues values() {
        return new StepValues(LocalDateTime.now(StepValues.SHENZHEN), story);
    }

    private Visitor visitor(RunningApplication application, String person) {
        if (application != lastSeen) {
            people.clear();
            lastSeen = application;
        }
        return people.computeIfAbsent(person, id -> Visitor.program(application.port(), id, DemoAccounts.PASSWORD));
    }

    private static HttpResponse<String> expect(int status, String what, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new Unexpected(what, answer);
        }
        return answer;
    }

    private static String variables(Map<String, Object> values) {
        Map<String, Object> variables = new HashMap<>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return text(Map.of("variables", variables));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
