package com.lianxing.process.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.form.CheckedProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Comments, attachments, candidates and variables of a task, for which Camunda asks little or nothing: on every path. */
@LianxingTest
class NotesTest {

    private static final String TASKLIST = "/camunda/api/engine/engine/default";
    private static final String PROGRAMS = "/engine-rest";
    private static final List<Role> OUTSIDERS =
            List.of(Role.DESIGN, Role.AUDITOR, Role.PROCESS_OWNER, Role.CAMUNDA_ADMIN, Role.INTEGRATION_ADMIN);

    @LocalServerPort
    private int port;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private CheckedProcess process;

    @Autowired
    private TaskService tasks;

    private Task task;
    private String buyer = "";
    private String colleague = "";

    @BeforeEach
    void aTaskThatABuyerHas() {
        task = process.claimedOrder();
        buyer = colleagues.with(Role.PURCHASING);
        colleague = colleagues.with(Role.PURCHASING, "c-purchasing-2", Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKLIST, PROGRAMS})
    void whoMayWorkOnATaskWritesOnItAndNobodyElse(String api) throws IOException {
        String comments = api + "/task/" + task.getId() + "/comment";

        assertThat(comment(visitor(api, buyer), api, "by the assignee").statusCode())
                .isEqualTo(200);
        assertThat(comment(visitor(api, colleague), api, "by a candidate").statusCode())
                .isEqualTo(200);
        for (Role role : OUTSIDERS) {
            HttpResponse<String> answer = comment(visitor(api, colleagues.with(role)), api, "by " + role);
            assertThat(answer.statusCode()).as(role.id()).isIn(400, 403);
            assertThat(JSON.readTree(answer.body()).path("message").asText())
                    .as(role.id())
                    .isNotBlank();
        }

        HttpResponse<String> read = visitor(api, colleagues.with(Role.AUDITOR)).get(comments);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).contains("by the assignee", "by a candidate").doesNotContain("by DESIGN");
        assertThat(visitor(api, colleagues.with(Role.INTEGRATION_ADMIN))
                        .get(comments)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKLIST, PROGRAMS})
    void aCommentStaysAndGoesUnderNoOtherProject(String api) throws IOException {
        Visitor assignee = visitor(api, buyer);
        String path = api + "/task/" + task.getId() + "/comment";
        String id =
                JSON.readTree(comment(assignee, api, "first").body()).path("id").asText();

        assertThat(assignee.put(path, "{\"id\":\"" + id + "\",\"message\":\"second\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(assignee.send("DELETE", path + "/" + id, null).statusCode()).isEqualTo(403);
        assertThat(assignee.send("DELETE", path, null).statusCode()).isEqualTo(403);
        String other = process.order().getProcessInstanceId();
        HttpResponse<String> astray =
                assignee.post(path + "/create", "{\"message\":\"astray\",\"processInstanceId\":\"" + other + "\"}");
        assertThat(astray.statusCode()).isEqualTo(403);
        assertThat(tasks.getProcessInstanceComments(other)).isEmpty();
        assertThat(tasks.getTaskComments(task.getId()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.getFullMessage()).isEqualTo("first"));

        colleagues.does(buyer, () -> tasks.complete(task.getId(), CheckedProcess.rightOrder()));
        HttpResponse<String> late = comment(assignee, api, "late");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(late.body()).path("type").asText()).isEqualTo("urn:lianxing:problem:task-done");
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKLIST, PROGRAMS})
    void filesCandidatesAndVariablesAreHungOnATaskByNobody(String api) {
        for (String person : List.of(buyer, colleagues.with(Role.DESIGN), colleagues.with(Role.CAMUNDA_ADMIN))) {
            Visitor visitor = visitor(api, person);
            String path = api + "/task/" + task.getId();
            String candidate = "{\"userId\":\"" + person + "\",\"type\":\"candidate\"}";
            String group = "{\"groupId\":\"design\",\"type\":\"candidate\"}";
            String value = "{\"value\":true,\"type\":\"Boolean\"}";
            List<HttpResponse<String>> answers = List.of(
                    attach(visitor, path),
                    visitor.send("DELETE", path + "/attachment/any", null),
                    visitor.post(path + "/identity-links", candidate),
                    visitor.post(path + "/identity-links", group),
                    visitor.post(path + "/identity-links/delete", candidate),
                    visitor.post(
                            path + "/identity-links/delete", "{\"groupId\":\"purchasing\",\"type\":\"candidate\"}"),
                    visitor.put(path + "/variables/approved", value),
                    visitor.put(path + "/localVariables/approved", value),
                    visitor.send("DELETE", path + "/variables/projectName", null),
                    visitor.post(path + "/variables", "{\"modifications\":{\"approved\":" + value + "}}"),
                    visitor.post(path + "/variables", "{\"deletions\":[\"projectName\"]}"));
            assertThat(answers)
                    .as(person)
                    .extracting(HttpResponse::statusCode)
                    .allSatisfy(status -> assertThat(status).isIn(403, 404, 422));
        }
        assertThat(tasks.getTaskAttachments(task.getId())).isEmpty();
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(link -> link.getType() + " " + link.getUserId() + " " + link.getGroupId())
                .containsExactlyInAnyOrder("assignee c-purchasing null", "candidate null purchasing");
        assertThat(tasks.getVariables(task.getId())).doesNotContainKey("approved");
    }

    @Test
    void theSameHoldsForJava() {
        String id = task.getId();
        colleagues.does(colleague, () -> tasks.createComment(id, null, "by a candidate"));
        for (Role role : OUTSIDERS) {
            assertThat(refusal(colleagues.with(role), () -> tasks.createComment(id, null, "no"))
                            .kind())
                    .as(role.id())
                    .isEqualTo(Refusal.Kind.DUTY);
        }
        String comment = tasks.getTaskComments(id).get(0).getId();
        assertThat(refusal(buyer, () -> tasks.updateTaskComment(id, comment, "other"))
                        .rule())
                .isEqualTo("COMMENTS_STAY");
        assertThat(refusal(buyer, () -> tasks.deleteTaskComments(id)).rule()).isEqualTo("COMMENTS_STAY");
        assertThat(refusal(buyer, () -> tasks.createComment(null, task.getProcessInstanceId(), "no"))
                        .rule())
                .isEqualTo("COMMENT_ON_TASK");
        assertThat(refusal(buyer, () -> tasks.deleteProcessInstanceComments(task.getProcessInstanceId()))
                        .rule())
                .isEqualTo("COMMENTS_STAY");
        assertThat(refusal(
                                buyer,
                                () -> tasks.createAttachment(
                                        "text", id, null, "a", "b", new ByteArrayInputStream(new byte[] {1})))
                        .rule())
                .isEqualTo("FILES_IN_PROJECT_TAB");

        String stranger = colleagues.with(Role.INTEGRATION_ADMIN);
        assertThat(refusal(stranger, () -> tasks.getTaskComments(id)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(refusal(stranger, () -> tasks.getProcessInstanceComments(task.getProcessInstanceId()))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        String auditor = colleagues.with(Role.AUDITOR);
        assertThat(colleagues.as(auditor, () -> tasks.getTaskComments(id))).hasSize(1);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private Visitor visitor(String api, String person) {
        return api.equals(PROGRAMS)
                ? Visitor.program(port, person, Colleagues.PASSWORD)
                : Visitor.person(port, person, Colleagues.PASSWORD);
    }

    private HttpResponse<String> comment(Visitor visitor, String api, String message) {
        return visitor.post(api + "/task/" + task.getId() + "/comment/create", "{\"message\":\"" + message + "\"}");
    }

    private static HttpResponse<String> attach(Visitor visitor, String path) {
        String boundary = "----lianxing";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\nmine\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nhttp://127.0.0.1/\r\n--"
                + boundary + "--\r\n";
        return visitor.send(
                "POST", path + "/attachment/create", "multipart/form-data; boundary=" + boundary, "*/*", body);
    }

    private Refusal refusal(String person, Runnable operation) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> colleagues.does(person, operation));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
