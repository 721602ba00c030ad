package com.lianxing.process.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.BreakableSockets;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.form.CheckedProcess;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.web.server.LocalServerPort;

/** While the database is away everybody is told so, on every path, and nobody has to do anything when it is back. */
@LianxingTest
class DatabaseAwayTest {

    private static final String PAGE = "text/html";
    private static final String LIST = "/engine-rest/task?maxResults=1";

    /** Who would write the traces that an operator should see. */
    private static final List<String> LOUD = List.of("com.zaxxer.hikari", "org.springframework.transaction");

    @LocalServerPort
    private int port;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private CheckedProcess process;

    private final LoggingSystem logging = LoggingSystem.get(DatabaseAwayTest.class.getClassLoader());

    @BeforeEach
    void silenceThePool() {
        LOUD.forEach(logger -> logging.setLogLevel(logger, LogLevel.OFF));
    }

    @AfterEach
    void bringTheDatabaseBack() {
        BreakableSockets.reconnect();
        LOUD.forEach(logger -> logging.setLogLevel(logger, null));
    }

    @Test
    void everyPathSaysSoInASentenceAndGoesOnAfterwards() throws Exception {
        Task task = process.claimedOrder();
        String buyer = colleagues.with(Role.PURCHASING);
        String english = colleagues.with(Role.PURCHASING, "away-english", Locale.ENGLISH);
        Visitor program = Visitor.program(port, buyer, Colleagues.PASSWORD);
        Visitor stranger = Visitor.program(port, english, Colleagues.PASSWORD);
        Visitor person = Visitor.person(port, buyer, Colleagues.PASSWORD);
        assertThat(program.get(LIST).statusCode()).isEqualTo(200);
        String submit = "/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form";
        Map<String, Supplier<HttpResponse<String>>> asked = new LinkedHashMap<>();
        asked.put("a program's password", () -> stranger.get(LIST));
        asked.put("a program", () -> program.get(LIST));
        asked.put("our interface", () -> program.get("/api/projects"));
        asked.put("Tasklist", () -> person.get("/camunda/api/engine/engine/default/task/" + task.getId()));
        asked.put("a click on Complete", () -> person.post(submit, "{\"variables\":{}}"));
        asked.put("a page", () -> person.send("GET", "/", null, PAGE, null));

        BreakableSockets.cutOff();
        Map<String, HttpResponse<String>> answers = allAtOnce(asked);
        BreakableSockets.reconnect();

        answers.forEach((who, answer) -> {
            assertThat(answer.statusCode()).as(who).isEqualTo(503);
            assertThat(answer.body())
                    .as(who)
                    .containsPattern("(The database cannot be reached|数据库暂时连接不上)")
                    .containsPattern("(reference|参考号) [0-9a-f]{8}")
                    .doesNotContain("Exception", "\tat ", "ENGINE-", "SQL");
        });
        assertThat(answers.get("a page"))
                .extracting(HttpResponse::body)
                .asString()
                .startsWith("<!DOCTYPE html>");
        assertThat(Visitor.nobody(port).get("/login").statusCode()).isEqualTo(200);
        asked.remove("a click on Complete");
        asked.forEach((who, question) ->
                assertThat(question.get().statusCode()).as(who + " afterwards").isEqualTo(200));
    }

    /** Each waits five seconds for a connection, so they wait together. */
    private static Map<String, HttpResponse<String>> allAtOnce(Map<String, Supplier<HttpResponse<String>>> asked)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(asked.size());
        try {
            Map<String, Future<HttpResponse<String>>> running = new LinkedHashMap<>();
            asked.forEach((who, question) -> running.put(who, threads.submit(question::get)));
            Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
            for (var answer : running.entrySet()) {
                answers.put(answer.getKey(), answer.getValue().get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
