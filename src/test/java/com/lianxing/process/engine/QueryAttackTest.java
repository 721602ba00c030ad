package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The real attack of CVE-2026-109432 over HTTP, on every path that takes a task query: as a program on the engine's
 * own REST API and as a signed-in person on Tasklist's. The attacker has every right on filters that there is.
 */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryAttackTest {

    private static final String REST = "/engine-rest";
    private static final String TASKLIST = "/camunda/api/engine/engine/default";

    /** Harmless where it runs; that it ran would show in the answer. */
    private static final String EXPRESSION = "${now()}";

    private static final List<String> BODIES = List.of(
            "{\"dueAfterExpression\":\"%s\"}",
            "{\"orQueries\":[{\"dueAfterExpression\":\"%s\"}]}",
            "{\"orQueries\":[{\"assignee\":\"x\"},{\"assigneeExpression\":\"%s\",\"name\":\"x\"}]}",
            "{\"orQueries\":[{\"name\":\"x\",\"orQueries\":[{\"candidateUserExpression\":\"%s\"}]}]}",
            "{\"name\":\"x\",\"orQueries\":[{\"candidateGroupsExpression\":\"%s\"}]}");

    @LocalServerPort
    private int port;

    @Autowired
    private EnginePeople people;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    private final AtomicInteger names = new AtomicInteger();
    private String attacker = "";
    private String filterId = "";
    private Visitor program = Visitor.nobody(0);
    private Visitor person = Visitor.nobody(0);

    @BeforeAll
    void anAttackerWithEveryRightOnFilters() {
        attacker = people.have("attacker", Role.OPERATIONS);
        people.grant(attacker, Resources.FILTER, "*", Permissions.ALL);
        Filter filter = filters.newTaskFilter("attacked").setQuery(tasks.createTaskQuery());
        filterId = filters.saveFilter(filter).getId();
        program = Visitor.program(port, attacker, EnginePeople.PASSWORD);
        person = Visitor.person(port, attacker, EnginePeople.PASSWORD);
    }

    @AfterAll
    void leaveNothing() {
        filters.deleteFilter(filterId);
        people.remove(attacker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task?maxResults=15", "/task/count"})
    void anAdHocQueryRunsNoExpression(String path) {
        refusedEverywhere("POST", path, "%s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/list?firstResult=0&maxResults=15", "/count", "/singleResult"})
    void anExecutedFilterTakesNoExpression(String operation) {
        refusedEverywhere("POST", "/filter/" + filterId + operation, "%s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task?dueAfterExpression=",
                "/task/count?assigneeExpression=",
                "/task?candidateGroupsExpression=",
                "/filter/%s/list?dueAfterExpression=",
                "/filter/%s/count?dueAfterExpression="
            })
    void anAddressRunsNoExpressionEither(String path) {
        String address = path.formatted(filterId) + URLEncoder.encode(EXPRESSION, StandardCharsets.UTF_8);
        for (HttpResponse<String> answer : List.of(program.get(REST + address), person.get(TASKLIST + address))) {
            boolean refused = answer.statusCode() == 400;
            // Executing a filter by GET knows no parameters but the page.
            assertThat(refused || path.startsWith("/filter"))
                    .as(path + answer.body())
                    .isTrue();
        }
    }

    @Test
    void nobodySavesAFilterWithAnExpressionAndNobodyChangesOneToHaveIt() {
        String filter = "{\"resourceType\":\"Task\",\"name\":\"stolen-" + names.incrementAndGet() + "\",\"query\":%s}";
        refusedEverywhere("POST", "/filter/create", filter);
        refusedEverywhere("PUT", "/filter/" + filterId, filter);
        assertThat(filters.createTaskFilterQuery().filterNameLike("stolen-%").count())
                .isZero();
    }

    @Test
    void halListsRefuseTooAsTasklistAsksForThem() {
        for (String body : BODIES) {
            assertRefused(
                    person.postForHal(
                            TASKLIST + "/filter/" + filterId + "/list?maxResults=15", body.formatted(EXPRESSION)),
                    body);
        }
    }

    @Test
    void queriesWithoutExpressionsWork() {
        String query = "{\"name\":\"none such\",\"orQueries\":[{\"assignee\":\"x\",\"candidateGroup\":\"design\"}]}";
        for (String path :
                List.of("/task?maxResults=15", "/task/count", "/filter/" + filterId + "/list?maxResults=15")) {
            assertThat(program.post(REST + path, query).statusCode()).as(path).isEqualTo(200);
            assertThat(person.post(TASKLIST + path, query).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        String filter = "{\"resourceType\":\"Task\",\"name\":\"own\",\"query\":{\"assignee\":\"attacker\"}}";
        HttpResponse<String> saved = person.post(TASKLIST + "/filter/create", filter);
        assertThat(saved.statusCode()).isEqualTo(200);
        filters.deleteFilter(
                filters.createTaskFilterQuery().filterName("own").singleResult().getId());
    }

    @Test
    void theApplicationSavesFiltersWithItsListOfExpressionsOnly() {
        Filter due = filters.newTaskFilter("due soon")
                .setQuery(tasks.createTaskQuery()
                        .taskAssigneeExpression("${ currentUser() }")
                        .dueBeforeExpression("${ dateTime().plusHours(168).toDate() }"));
        String id = filters.saveFilter(due).getId();
        try {
            HttpResponse<String> list = person.post(TASKLIST + "/filter/" + id + "/list?maxResults=15", "{}");
            assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        } finally {
            filters.deleteFilter(id);
        }
        Filter other = filters.newTaskFilter("other")
                .setQuery(tasks.createTaskQuery()
                        .or()
                        .dueBeforeExpression("${dateTime().getClass()}")
                        .endOr());
        assertThatThrownBy(() -> filters.saveFilter(other)).isInstanceOf(BadUserRequestException.class);
    }

    private void refusedEverywhere(String method, String path, String frame) {
        for (String body : BODIES) {
            String json = frame.formatted(body.formatted(EXPRESSION));
            assertRefused(program.send(method, REST + path, json), path + " " + body);
            assertRefused(person.send(method, TASKLIST + path, json), path + " " + body);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(400);
        if (!what.contains("singleResult")) {
            assertThat(answer.body()).as(what).containsIgnoringCase("expressions");
        }
    }
}
