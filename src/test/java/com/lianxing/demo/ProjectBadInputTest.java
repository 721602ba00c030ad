package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.calendar.MovableClock;
import com.lianxing.document.Documents;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a real project is told when somebody sends it nonsense: by its start form, its rows, its files, its messages. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectBadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private WorkList work;

    @Autowired
    private Sheet.Sheets sheets;

    @Autowired
    private Documents documents;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Projects projects;

    private StepValues.Story story;
    private ProjectCode project;
    private WorkItem task;
    private Visitor ops = Visitor.nobody(0);

    @BeforeAll
    void aProjectWhoseQuantitiesArePlanned() {
        stories.enrolTheCompany();
        story = stories.tell("坏输入 Bad input");
        project = stories.player().start(story);
        task = work.open(project).get(0);
        assertThat(task.assignee()).isEqualTo("ops");
        assertThat(task.requiredSheets()).containsExactly("items");
        ops = program("ops");
    }

    @AfterAll
    void releaseTheClock() {
        clock.release();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            projectName       | taken               | 项目名称
            projectName       | ''                  | 项目名称
            targetInStockAt   | 2020-01-01T10:00    | 目标
            targetInStockAt   | 9999-01-01T10:00    | 目标
            targetInStockZone | Mars/Olympus        | 时区
            department        | no-such             | 部门
            sponsorId         | pm                  | 发起人
            sponsorId         | nobody              | 发起人
            minCoverDays      | -1                  | 天
            operationsPerson  | design              | 运营
            """)
    void aStartThatCannotBeMakesNoProject(String field, String value, String about) throws IOException {
        Map<String, Object> values = new HashMap<>(start());
        values.put(field, value.equals("taken") ? story.name() : value);
        long before = projects.list("", 200).size();

        for (String api : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            HttpResponse<String> answer =
                    visitor(api, "pm").post(api + "/process-definition/key/fba-inbound/submit-form", variables(values));

            assertThat(answer.statusCode()).as(answer.body()).isIn(409, 422);
            JsonNode said = JSON.readTree(answer.body());
            assertThat(said.path("type").asText()).startsWith("urn:lianxing:problem:");
            assertThat(said.path("message").asText()).contains(about).doesNotContain("Exception");
        }
        assertThat(projects.list("", 200)).hasSize((int) before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"version":0,"rows":[{"values":{"sku":"NO-SUCH-1","quantity":"5","forecastDaily":"1","sellable":"0","inbound":"0"}}]}        | 422 | NO-SUCH-1
            {"version":0,"rows":[{"values":{"sku":"HOME-PILLOW-01","quantity":"-5"}}]}   | 422 | errors
            {"version":0,"rows":[{"values":{"sku":"HOME-PILLOW-01","quantity":"1e9"}}]}  | 422 | 整数
            {"version":0,"rows":[{"values":{"sku":"HOME-PILLOW-01","quantity":"99999999999999999999"}}]} | 422 | 整数
            {"version":0,"rows":[{"values":{"sku":"HOME\\u0000PILLOW","quantity":"5"}}]} | 422 | 无法保存
            {"version":0,"rows":[{"values":{"sku":"\\ud800","quantity":"5"}}]}           | 422 | 无法保存
            {"version":0,"rows":[{"values":{"approved":"true"}}]}                     | 422 | errors
            {"version":0,"rows":[{"values":null}]}                                    | 400 | values
            {"version":0,"rows":[null]}                                               | 400 | rows
            {"version":0}                                                             | 400 | rows
            {"version":"x","rows":[]}                                                 | 400 | 无法读取
            {"version":7,"rows":[]}                                                   | 409 | sheet-outdated
            []                                                                        | 400 | 无法读取
            nonsense                                                                  | 400 | 无法读取
            """)
    void rowsThatCannotBeAreNotSaved(String body, int status, String about) throws IOException {
        HttpResponse<String> answer = ops.put("/api/tasks/" + task.taskId() + "/sheets/items", body);

        assertProblem(answer, status, about);
        assertNoRows();
    }

    @Test
    void tenMegabytesOfRowsAreTooMuchAlsoWithoutALength() throws IOException {
        String address = "/api/tasks/" + task.taskId() + "/sheets/items";
        String body = "{\"version\":0,\"rows\":[{\"values\":{\"sku\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}}]}";

        assertProblem(ops.put(address, body), 413, "1,024 kB");
        assertProblem(ops.post("/api/projects/" + project + "/messages", body), 400, "Idempotency-Key");
        assertNoRows();
    }

    @Test
    void rowsAreChangedByTheAssigneeInTheLanguageOfWhoAsks() throws IOException {
        String address = "/api/tasks/" + task.taskId() + "/sheets/items";
        assertProblem(program("opsus").put(address, "{\"version\":0,\"rows\":[]}"), 403, "Claim the task first");
        assertProblem(program("integrator").put(address, "{\"version\":0,\"rows\":[]}"), 404, "");
        assertProblem(ops.put("/api/tasks/no-such/sheets/items", "{\"version\":0,\"rows\":[]}"), 404, "");
        assertProblem(
                ops.put("/api/tasks/" + task.taskId() + "/sheets/no-such", "{\"version\":0,\"rows\":[]}"), 404, "");
        assertNoRows();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.pdf    | %PDF-1.4 x | OTHER  | 201
            a.pdf    | ''         | OTHER  | 422
            a.exe    | MZx        | OTHER  | 422
            a.html   | <script/>  | OTHER  | 422
            a.png    | %PDF-1.4 x | OTHER  | 422
            ../..    | %PDF-1.4 x | OTHER  | 422
            a.pdf    | %PDF-1.4 x | other! | 422
            """)
    void aFileIsWhatItSaysOrItIsNotStored(String name, String content, String kind, int status) throws IOException {
        int before = documents.list("project", project.value()).size();

        HttpResponse<String> answer = upload(ops, name, content, kind);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 422) {
            assertProblem(answer, 422, "");
            assertThat(documents.list("project", project.value())).hasSize(before);
        }
    }

    @Test
    void aFileThatIsSentTwiceUnderOneKeyIsStoredOnce() throws IOException {
        upload(ops, "k.pdf", "%PDF-1.4 first", "OTHER", Map.of("Idempotency-Key", "file-1"));
        upload(ops, "k.pdf", "%PDF-1.4 second", "OTHER", Map.of("Idempotency-Key", "file-2"));
        int before = documents.list("project", project.value()).size();

        HttpResponse<String> again =
                upload(ops, "k.pdf", "%PDF-1.4 first", "OTHER", Map.of("Idempotency-Key", "file-1"));
        assertThat(again.statusCode()).isEqualTo(201);
        assertProblem(
                upload(ops, "k.pdf", "%PDF-1.4 third", "OTHER", Map.of("Idempotency-Key", "file-1")),
                409,
                "file-other-content");
        assertThat(documents.list("project", project.value())).hasSize(before);
    }

    @Test
    void aFileNeedsAPersonWhoHasTheTaskAndAnEnd() throws IOException {
        int before = documents.list("project", project.value()).size();
        assertProblem(upload(program("opsus"), "b.pdf", "%PDF-1.4 b", "OTHER"), 403, "Claim");
        assertProblem(upload(ops, "big.pdf", "%PDF-1.4 " + "x".repeat(20 * 1024 * 1024), "OTHER"), 413, "20,480");
        assertThat(documents.list("project", project.value())).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"message":"inbound.delivered"}                                           | 422 | shipmentId
            {"message":"no.such"}                                                     | 404 | no.such
            {"message":""}                                                            | 400 | message
            {}                                                                        | 400 | message
            {"message":"inbound.delivered","shipmentId":"a\\u0000"}                   | 400 | shipmentId
            {"message":"inbound.delivered","shipmentId":"S1","content":{"a":"\\u0000"}} | 422 | content
            {"message":"inbound.delivered","shipmentId":"S1","content":{"\\u0001":1}} | 422 | content
            {"message":"inbound.delivered","shipmentId":"S1","content":"\\ud800"}     | 422 | content
            {"message":"inbound.delivered","shipmentId":"S1","occurredAt":"+99999-01-01T00:00:00Z"} | 422 | occurredAt
            {"message":"inbound.delivered","shipmentId":"S1","occurredAt":"2026-11-01"} | 400 | 无法读取
            [1]                                                                       | 400 | 无法读取
            {                                                                         | 400 | 无法读取
            """)
    void aMessageThatCannotBeIsNotKept(String body, int status, String about) throws IOException {
        assertProblem(message("bad-" + body.hashCode(), body), status, about);
    }

    @Test
    void aMessageIsKeptOnceAndComesFromSomebodyWhoMaySayIt() throws IOException {
        String body = "{\"message\":\"certification.cleared\",\"sku\":\"A-1\",\"content\":{\"a\":1}}";
        assertThat(message("key-1", body).body()).contains("KEPT");
        assertThat(message("key-1", body).body()).contains("REPEATED");
        assertProblem(message("key-1", body.replace("1}", "2}")), 409, "key-1");
        assertProblem(message("k".repeat(121), body), 400, "Idempotency-Key");
        assertProblem(ops.post("/api/projects/" + project + "/messages", body), 400, "Idempotency-Key");
        assertProblem(ops.post("/api/projects/FBA-US-2026-99999/messages", body), 400, "Idempotency-Key");
        assertProblem(ops.get("/api/projects/FBA-US-2026-99999"), 404, "FBA-US-2026-99999");
        assertProblem(
                program("design")
                        .send(
                                "POST",
                                "/api/projects/" + project + "/messages",
                                "application/json",
                                "*/*",
                                body,
                                Map.of("Idempotency-Key", "key-2")),
                403,
                "logistics");
        assertProblem(message("key-3", "{\"message\":\"project.cancelRequested\"}"), 403, "project-manager");
        assertProblem(message("key-4", "{\"message\":\"inbound.delivered\",\"shipmentId\":\"S1\"}"), 422, "S1");
    }

    @Test
    void noMessageReachesAProjectPastThisAddress() throws IOException {
        String name = "{\"messageName\":\"project.cancelRequested\",\"businessKey\":\"" + project + "\"}";
        for (String person : List.of("pm", "gm", "owner", "integrator")) {
            for (String api : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
                Visitor visitor = visitor(api, person);
                for (HttpResponse<String> answer : List.of(
                        visitor.post(api + "/message", name),
                        visitor.post(api + "/message", name.replace("}", ",\"all\":true}")),
                        visitor.post(
                                api + "/execution/" + task.processInstanceId()
                                        + "/messageSubscriptions/project.cancelRequested/trigger",
                                "{}"),
                        visitor.post(api + "/execution/" + task.processInstanceId() + "/signal", "{}"),
                        visitor.post(
                                api + "/process-instance/message-async",
                                "{\"messageName\":\"project.cancelRequested\",\"processInstanceIds\":[\""
                                        + task.processInstanceId() + "\"]}"))) {
                    assertThat(answer.statusCode())
                            .as(person + " " + api + " " + answer.body())
                            .isIn(400, 401, 403);
                }
            }
        }
        assertThat(work.open(project)).extracting(WorkItem::taskId).containsExactly(task.taskId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=abc", "?limit=99999999999", "/%00", "/..%2F", "/FBA-US-2026-001/nothing"})
    void aQueryThatCannotBeHasATypeThatStays(String query) throws IOException {
        HttpResponse<String> answer = ops.get("/api/projects" + query);
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "at com.");
    }

    @Test
    void noPageOrListFailsOverACharacterThatNothingHolds() throws IOException {
        assertThat(ops.get("/api/projects?after=%00").statusCode()).isEqualTo(200);
        assertProblem(ops.send("DELETE", "/api/projects", null), 405, "");
        Visitor person = visitor("/camunda", "pm");
        for (String path : List.of("/?after=%00", "/reference?text=%00")) {
            assertThat(person.get(path).statusCode()).as(path).isEqualTo(200);
        }
        for (String path : List.of("/projects/%00", "/projects/FBA-US-2026-99999", "/nothing-here")) {
            HttpResponse<String> answer = person.get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
        }
        assertThat(person.send("GET", "/nothing-here", null, "text/html", null).body())
                .contains("<html", "未找到");
        for (String path : List.of("/task?assignee=%00", "/task/%00", "/task?name=%00")) {
            assertThat(ops.get("/engine-rest" + path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(Visitor.nobody(port)
                        .fill("/login", "/login", Map.of("username", "p\u0000m", "password", "x\u0000"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login?error");
    }

    private Map<String, Object> start() {
        return new StepValues(java.time.LocalDateTime.ofInstant(clock.now(), StepValues.SHENZHEN), story)
                .start().entrySet().stream()
                        .map(entry -> entry.getKey().equals("projectName")
                                ? Map.<String, Object>entry("projectName", "Never made")
                                : entry)
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String variables(Map<String, Object> values) throws IOException {
        Map<String, Object> typed = new HashMap<>();
        values.forEach((key, value) -> typed.put(key, Map.of("value", value)));
        return JSON.writeValueAsString(Map.of("variables", typed));
    }

    private HttpResponse<String> message(String key, String body) {
        return ops.send(
                "POST",
                "/api/projects/" + project + "/messages",
                "application/json",
                "*/*",
                body,
                Map.of("Idempotency-Key", key));
    }

    private HttpResponse<String> upload(Visitor visitor, String name, String content, String kind) {
        return upload(visitor, name, content, kind, Map.of());
    }

    private HttpResponse<String> upload(
            Visitor visitor, String name, String content, String kind, Map<String, String> headers) {
        String boundary = "----lianxing";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
                + content + "\r\n--" + boundary + "--\r\n";
        return visitor.send(
                "POST",
                "/api/tasks/" + task.taskId() + "/files",
                "multipart/form-data; boundary=" + boundary,
                "*/*",
                body,
                headers);
    }

    private Visitor program(String id) {
        return Visitor.program(port, id, DemoAccounts.PASSWORD);
    }

    private Visitor visitor(String api, String id) {
        return api.equals("/engine-rest") ? program(id) : Visitor.person(port, id, DemoAccounts.PASSWORD);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String about) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asText()).as(answer.body()).startsWith("urn:lianxing:problem:");
        assertThat(answer.body()).contains(about).doesNotContain("Exception", "at com.");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private void assertNoRows() {
        Sheet items = sheets.find("items").orElseThrow();
        assertThat(items.read(Sheet.Subject.of(project)).version()).isZero();
    }
}
