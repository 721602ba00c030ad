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
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people and programs get wrong, over HTTP: a status, a sentence at the field, and nothing changed. */
@LianxingTest
class BadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private CheckedProcess process;

    @Autowired
    private RuntimeService runtime;

    private Task task = new org.camunda.bpm.engine.impl.persistence.entity.TaskEntity();
    private Visitor buyer = Visitor.nobody(0);

    @BeforeEach
    void aClaimedTask() {
        task = process.claimedOrder();
        buyer = Visitor.program(port, colleagues.with(Role.PURCHASING), Colleagues.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            poNo          | ""                     | 采购单号：必须填写
            poNo          | null                   | 采购单号：必须填写
            poNo          | "PO 7; drop table"     | 采购单号：只能包含字母、数字和 . / _ -。
            poNo          | 7                      | 采购单号：必须是文本
            poNo          | {"a":1}                | 采购单号：必须是文本
            poNo          | "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" | 采购单号：最多 40 个字符
            orderAmount   | "-5.00"                | 订单金额：不能小于 0.01
            orderAmount   | "99999999999"          | 订单金额：不能大于 50000000
            orderAmount   | "1.005"                | 订单金额：最多 2 位小数
            orderAmount   | 1.5                    | 订单金额：必须是数字，例如 1234.50
            orderCurrency | "EUR"                  | 币种：必须是选项之一
            quotesCount   | -3                     | 比价家数：不能小于 1
            quotesCount   | 99999999999999999999   | 比价家数：必须是整数
            quotesCount   | "three"                | 比价家数：必须是整数
            readyDate     | "2026-02-30"           | 约定交货日期：必须是日期，例如 2026-10-28
            readyDate     | "2024-05-01"           | 约定交货日期：必须是日期，例如 2026-10-28
            neededAt      | "2026-11-30T23:45+08:00" | 最晚时间：必须是日期和时间，例如 2026-10-28 23:59
            agreed        | false                  | 条款已确认：必须勾选
            approved      | true                   | approved：不是本表单的字段
            """)
    void eachIsRefusedAtItsFieldAndNothingChanges(String field, String value, String sentence) throws IOException {
        Map<String, String> values = rightOrder();
        values.put(field, value);

        for (String operation : new String[] {"submit-form", "complete"}) {
            HttpResponse<String> answer =
                    buyer.post("/engine-rest/task/" + task.getId() + "/" + operation, body(values));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.path("type").asText()).isEqualTo("urn:lianxing:problem:form-invalid");
            assertThat(problem.path("message").asText()).isEqualTo("未作任何更改，请更正：\n" + sentence);
            assertThat(problem.path("fields").path(0).path("field").asText()).isEqualTo(field);
        }
        assertThat(runtime.getVariables(task.getProcessInstanceId())).isEmpty();
        assertThat(process.task(task.getProcessInstanceId()).getId()).isEqualTo(task.getId());
    }

    @Test
    void tenMegabytesAreTooMuchForAField() throws IOException {
        Map<String, String> values = rightOrder();
        values.put("orderReason", "\"" + "x".repeat(10 * 1024 * 1024) + "\"");

        HttpResponse<String> answer = buyer.post("/engine-rest/task/" + task.getId() + "/submit-form", body(values));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(JSON.readTree(answer.body()).path("message").asText()).isEqualTo("请求超过 1,024 kB；未作任何更改。");
    }

    @Test
    void whatIsNoJsonIsSaidToBeUnreadable() throws IOException {
        for (String body : new String[] {"{\"variables\": {", "[]", "{\"variables\": 5}"}) {
            HttpResponse<String> answer = buyer.post("/engine-rest/task/" + task.getId() + "/submit-form", body);
            assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).path("message").asText())
                    .as(body)
                    .isEqualTo("无法读取该请求；未作任何更改。");
        }
    }

    @Test
    void aSecondCompletionIsAConflictAndAnUnknownTaskIsUnknown() throws IOException {
        String path = "/engine-rest/task/" + task.getId() + "/submit-form";
        assertThat(buyer.post(path, body(rightOrder())).statusCode()).isEqualTo(204);

        HttpResponse<String> second = buyer.post(path, body(rightOrder()));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("task-done").contains("该任务已完成");

        HttpResponse<String> unknown = buyer.post("/engine-rest/task/no-such-task/complete", "{}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        HttpResponse<String> claim =
                buyer.post("/engine-rest/task/no-such-task/claim", "{\"userId\":\"c-purchasing\"}");
        assertThat(claim.statusCode()).isEqualTo(404);
    }

    @Test
    void aStartWithWrongValuesOrAForeignKeyMakesNothing() throws IOException {
        Visitor pm = Visitor.program(port, colleagues.with(Role.PROJECT_MANAGER), Colleagues.PASSWORD);
        long before = runtime.createProcessInstanceQuery().count();
        String path = "/engine-rest/process-definition/" + process.definitionId();

        HttpResponse<String> empty = pm.post(path + "/submit-form", "{\"variables\":{}}");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(empty.body()).path("message").asText()).isEqualTo("未作任何更改，请更正：\n项目名称：必须填写\n供应商：必须填写");

        HttpResponse<String> key = pm.post(
                path + "/submit-form",
                "{\"businessKey\":\"FBA-US-2026-001\",\"variables\":{\"projectName\":{\"value\":\"x\"},\"supplierId\":{\"value\":\"sup-1\"}}}");
        assertThat(key.statusCode()).isEqualTo(422);
        assertThat(key.body()).contains("code-is-generated");

        HttpResponse<String> extra = pm.post(
                path + "/start",
                "{\"variables\":{\"projectName\":{\"value\":\"x\"},\"supplierId\":{\"value\":\"sup-1\"},\"approved\":{\"value\":true}}}");
        assertThat(extra.statusCode()).isEqualTo(422);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    private static Map<String, String> rightOrder() {
        Map<String, String> values = new HashMap<>();
        CheckedProcess.rightOrder().forEach((key, value) -> {
            try {
                values.put(key, JSON.writeValueAsString(value));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return values;
    }

    /** As Tasklist sends it: values without types. */
    private static String body(Map<String, String> values) {
        StringBuilder body = new StringBuilder("{\"variables\":{");
        values.forEach((key, value) -> body.append(body.charAt(body.length() - 1) == '{' ? "" : ",")
                .append('"')
                .append(key)
                .append("\":{\"value\":")
                .append(value)
                .append('}'));
        return body.append("}}").toString();
    }
}
