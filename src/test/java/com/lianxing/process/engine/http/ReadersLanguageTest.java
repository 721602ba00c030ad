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
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tasklist gets to show, for a Chinese and an English reader. */
@LianxingTest
class ReadersLanguageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private CheckedProcess process;

    private Visitor chinese = Visitor.nobody(0);
    private Visitor english = Visitor.nobody(0);

    @BeforeEach
    void twoReaders() {
        chinese = Visitor.person(port, colleagues.with(Role.PURCHASING), Colleagues.PASSWORD);
        english = Visitor.person(
                port, colleagues.with(Role.PURCHASING, "c-purchasing-2", Locale.ENGLISH), Colleagues.PASSWORD);
    }

    @Test
    void namesOfTasksAndProcesses() throws IOException {
        Task task = process.order();
        String single = API + "/task/" + task.getId();

        assertThat(json(chinese.get(single)).path("name").asText()).isEqualTo("下采购单");
        assertThat(json(english.get(single)).path("name").asText()).isEqualTo("Place the order");
        assertThat(json(chinese.get(API + "/task?firstResult=0&maxResults=50&processInstanceId="
                                + task.getProcessInstanceId()))
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("下采购单");
        assertThat(json(chinese.get(API + "/process-definition?firstResult=0&maxResults=50&key=submission-check"))
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("提交检查");
        JsonNode hal = JSON.readTree(
                chinese.send("GET", single, null, "application/hal+json", null).body());
        assertThat(hal.path("_embedded")
                        .path("processDefinition")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("提交检查");
    }

    @Test
    void formsWithTheirOptionsAndFacts() throws IOException {
        Task task = process.order();
        String path = API + "/task/" + task.getId() + "/deployed-form";

        JsonNode zh = json(chinese.get(path));
        assertThat(component(zh, "text_intro").path("text").asText()).isEqualTo("请填写采购单。");
        assertThat(component(zh, "text_budgetFacts").path("text").asText()).isEqualTo("**facts** for zh");
        assertThat(component(zh, "field_poNo").path("label").asText()).isEqualTo("采购单号");
        assertThat(component(zh, "field_poNo").path("description").asText()).isEqualTo("按供应商写法");
        assertThat(component(zh, "field_poNo").has("error")).isFalse();
        assertThat(component(zh, "field_neededAt").path("timeLabel").asText()).isEqualTo("时间");
        assertThat(component(zh, "field_orderCurrency")
                        .path("values")
                        .path(1)
                        .path("label")
                        .asText())
                .isEqualTo("人民币");

        JsonNode en = json(english.get(path));
        assertThat(component(en, "field_poNo").path("label").asText()).isEqualTo("PO number");
        assertThat(component(en, "text_budgetFacts").path("text").asText()).isEqualTo("**facts** for en");
    }

    @Test
    void startFormsWithWhatTheServerOffers() throws IOException {
        String path = API + "/process-definition/" + process.definitionId() + "/deployed-start-form";

        JsonNode zh = json(chinese.get(path));

        assertThat(component(zh, "field_projectName").path("label").asText()).isEqualTo("项目名称");
        JsonNode offered = component(zh, "field_supplierId").path("values").path(0);
        assertThat(offered.path("value").asText()).isEqualTo("sup-1");
        assertThat(offered.path("label").asText()).isEqualTo("Supplier of suppliers");
    }

    @Test
    void nothingIsFilledInFromAnEarlierSubmission() throws IOException {
        Task task = process.claimedOrder();
        assertThat(chinese.get(API + "/task/" + task.getId() + "/form-variables?variableNames=verdict")
                        .body())
                .isEqualTo("{}");
    }

    @Test
    void theSharedFiltersMostUrgentFirst() throws IOException {
        JsonNode zh = json(chinese.get(API + "/filter?resourceType=Task&itemCount=false&firstResult=0&maxResults=50"));
        JsonNode en = json(english.get(API + "/filter?resourceType=Task&itemCount=false&firstResult=0&maxResults=50"));

        assertThat(zh.findValuesAsText("name")).contains("我的任务", "我的角色", "本周到期", "已逾期", "审批", "全部");
        assertThat(en.findValuesAsText("name")).contains("My tasks", "My groups", "Due this week", "Overdue");

        String groups = StreamSupport.stream(en.spliterator(), false)
                .filter(filter -> filter.path("name").asText().equals("My groups"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        Task task = process.order();
        JsonNode list = JSON.readTree(chinese.postForHal(
                        API + "/filter/" + groups + "/list?firstResult=0&maxResults=200",
                        "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}")
                .body());
        JsonNode shown = StreamSupport.stream(
                        list.path("_embedded").path("task").spliterator(), false)
                .filter(found -> found.path("id").asText().equals(task.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(shown.path("name").asText()).isEqualTo("下采购单");
    }

    @Test
    void tasklistsSettingsAreThePersonsOwn() {
        HttpResponse<String> zh = chinese.get("/camunda/app/tasklist/scripts/config.js");
        HttpResponse<String> en = english.get("/camunda/app/tasklist/scripts/config.js");

        assertThat(zh.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(zh.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(zh.body())
                .contains("\"language\":\"zh\"")
                .contains("Asia\\/Shanghai")
                .contains("\"csrf\":{");
        assertThat(en.body()).contains("\"language\":\"en\"");
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode component(JsonNode form, String id) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(component -> component.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
