package com.lianxing.process.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.form.CheckedProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same operations as {@code DutyCheckerTest}, over Tasklist's address and the programs': 403 and a sentence. */
@LianxingTest
class DutyOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private CheckedProcess process;

    @Test
    void overTasklistsAddress() throws IOException {
        String stranger = colleagues.with(Role.DESIGN);
        Visitor visitor = Visitor.person(port, stranger, Colleagues.PASSWORD);
        allRefused(visitor, "/camunda/api/engine/engine/default", stranger);
    }

    @Test
    void overTheProgramsAddress() throws IOException {
        String stranger = colleagues.with(Role.DESIGN);
        allRefused(Visitor.program(port, stranger, Colleagues.PASSWORD), "/engine-rest", stranger);
    }

    @Test
    void theSentenceIsInTheReadersLanguageAndNamesTheRuleForPrograms() throws IOException {
        Task task = process.claimedOrder();
        String english = colleagues.with(Role.DESIGN, "c-design-en", Locale.ENGLISH);
        String chinese = colleagues.with(Role.DESIGN);
        String path = "/engine-rest/task/" + task.getId() + "/complete";

        JsonNode en = JSON.readTree(Visitor.program(port, english, Colleagues.PASSWORD)
                .post(path, "{}")
                .body());
        JsonNode zh = JSON.readTree(Visitor.program(port, chinese, Colleagues.PASSWORD)
                .post(path, "{}")
                .body());

        assertThat(en.path("type").asText()).isEqualTo("urn:lianxing:problem:duty-not-assignee");
        assertThat(en.path("message").asText())
                .isEqualTo(
                        "This task is assigned to c-purchasing; only c-purchasing completes it. Nothing was changed.");
        assertThat(en.path("reference").asText()).hasSize(8);
        assertThat(zh.path("message").asText()).isEqualTo("该任务已分配给 c-purchasing，只能由 c-purchasing 完成；未作任何更改。");
    }

    private void allRefused(Visitor visitor, String api, String stranger) throws IOException {
        Task task = process.claimedOrder();
        String path = api + "/task/" + task.getId();
        String me = "{\"userId\":\"" + stranger + "\"}";
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        answers.put("claim", visitor.post(path + "/claim", me));
        answers.put("complete", visitor.post(path + "/complete", "{\"variables\":{}}"));
        answers.put("submit-form", visitor.post(path + "/submit-form", "{\"variables\":{}}"));
        answers.put("resolve", visitor.post(path + "/resolve", "{}"));
        answers.put("bpmnError", visitor.post(path + "/bpmnError", "{\"errorCode\":\"E\"}"));
        answers.put("bpmnEscalation", visitor.post(path + "/bpmnEscalation", "{\"escalationCode\":\"E\"}"));
        answers.put("assignee", visitor.post(path + "/assignee", me));
        answers.put("unclaim", visitor.post(path + "/unclaim", "{}"));
        answers.put("delegate", visitor.post(path + "/delegate", me));
        answers.put("put", visitor.put(path + "/", "{\"name\":\"mine\",\"assignee\":\"" + stranger + "\"}"));
        answers.put(
                "identity-links",
                visitor.post(path + "/identity-links", "{\"userId\":\"" + stranger + "\",\"type\":\"candidate\"}"));
        answers.put("variable", visitor.put(path + "/variables/approved", "{\"value\":true,\"type\":\"Boolean\"}"));
        answers.put(
                "variables",
                visitor.post(path + "/localVariables", "{\"modifications\":{\"approved\":{\"value\":true}}}"));
        String instance = api + "/process-instance/" + task.getProcessInstanceId();
        answers.put(
                "instance variable",
                visitor.put(instance + "/variables/requester", "{\"value\":\"zoe\",\"type\":\"String\"}"));
        answers.put(
                "modification",
                visitor.post(
                        instance + "/modification",
                        "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_confirm\"}]}"));
        answers.put("delete", visitor.send("DELETE", instance, null));
        answers.put(
                "bulk",
                visitor.post(
                        api + "/process-instance/delete",
                        "{\"processInstanceIds\":[\"" + task.getProcessInstanceId() + "\"]}"));
        answers.put("create", visitor.post(api + "/task/create", "{\"id\":\"own-task\",\"name\":\"mine\"}"));

        for (Map.Entry<String, HttpResponse<String>> answer : answers.entrySet()) {
            assertThat(answer.getValue().statusCode())
                    .as(answer.getKey() + ": " + answer.getValue().body())
                    .isEqualTo(403);
            JsonNode body = JSON.readTree(answer.getValue().body());
            assertThat(body.path("message").asText())
                    .as(answer.getKey())
                    .contains("未作任何更改")
                    .doesNotContain("ENGINE-");
            assertThat(body.path("type").asText()).startsWith("urn:lianxing:problem:");
        }
        Task after = process.task(task.getProcessInstanceId());
        assertThat(after.getAssignee()).isEqualTo("c-purchasing");
        assertThat(after.getName()).isEqualTo("Place the order");
    }
}
