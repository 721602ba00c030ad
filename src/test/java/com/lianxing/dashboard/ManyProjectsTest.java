package com.lianxing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.RoundTrips;
import com.lianxing.TestDatabase;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.process.engine.Colleagues;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two thousand projects, each with a budget, an open task and a deadline: the lists ask as often as for a few. */
@LianxingTest
class ManyProjectsTest {

    private static final int PROJECTS = 2_000;
    /** After every other project of the suite, so that their lists do not change. */
    private static final String BEFORE_THEM = "FDA-US-2899-999";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile("href=\"/projects/FDA-US-2900-\\d+\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private RoundTrips roundTrips;

    private Visitor reader = Visitor.nobody(0);

    /** Written as rows: registering them one by one would take longer than all that is asked here. */
    @BeforeEach
    void thousandsOfProjects() {
        String owner = colleagues.with(Role.PROJECT_MANAGER);
        reader = Visitor.person(port, owner, Colleagues.PASSWORD);
        if (count("project where code like 'FDA-US-2900-%'") > 0) {
            return;
        }
        String each =
                " from generate_series(1, " + PROJECTS + ") n, lateral (select 'FDA-US-2900-' || 10000 + n) c(code)";
        sql("""
                insert into project (code, lifecycle, name, name_key, owner, sponsor, department, target_local,
                       target_zone, target_at, channels, status, request_key, request_hash, created_at)
                select code, 'fda-certification', 'Many ' || n, 'many ' || n, '%s', '%s', '%s', '2900-06-01 12:00',
                       'Asia/Shanghai', '2900-06-01 04:00+00', '{AMAZON_US}', 'ACTIVE', 'many-' || n, repeat('0', 64),
                       now()""".formatted(owner, colleagues.with(Role.GENERAL_MANAGER), Colleagues.DEPARTMENT) + each);
        sql("insert into budget_line (project_code, line, limit_minor, held_minor, spent_minor)"
                + " select code, line, 100000, n, 7" + each + ", unnest(array['PRODUCT', 'FREIGHT']) line");
        sql("insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_)"
                + " select 'many-' || n, 1, 'many-' || n, code" + each);
        sql("insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, due_date_, priority_, suspension_state_,"
                + " name_, task_def_key_, proc_def_id_)"
                + " select 'many-' || n, 1, 'many-' || n, 'many-' || n, timestamp '2900-01-01' + n * interval '1 hour',"
                + " 50, 1, 'Plan quantities', 'userTask_planQuantities',"
                + " (select max(id_) from act_re_procdef where key_ = 'fba-inbound')" + each);
    }

    @AfterAll
    static void removeThem() {
        sql("delete from act_ru_task where id_ like 'many-%'");
        sql("delete from act_ru_execution where id_ like 'many-%'");
        sql("delete from budget_line where project_code like 'FDA-US-2900-%'");
        sql("delete from project where code like 'FDA-US-2900-%'");
    }

    @Test
    void theApiGoesThroughThemPageByPageWithoutMissingOrRepeatingOne() throws IOException {
        List<String> seen = new ArrayList<>();
        String after = BEFORE_THEM;
        int pages = 0;
        while (after != null) {
            JsonNode page = page(after, 200);
            page.path("items").forEach(item -> seen.add(item.path("code").asText()));
            after = page.path("next").textValue();
            pages++;
        }

        assertThat(seen).hasSize(PROJECTS).doesNotHaveDuplicates().isSorted();
        assertThat(pages).isEqualTo(PROJECTS / 200 + 1);
    }

    @Test
    void aRowOfTheApiCarriesMoneyAndDeadlineOfItsOwnProject() throws IOException {
        JsonNode project = page("FDA-US-2900-10006", 1).path("items").path(0);

        assertThat(project.path("code").asText()).isEqualTo("FDA-US-2900-10007");
        assertThat(project.at("/budget/limit/amount").asText()).isEqualTo("2000.00");
        assertThat(project.at("/budget/held/amount").asText()).isEqualTo("0.14");
        assertThat(project.at("/budget/spent/amount").asText()).isEqualTo("0.14");
        assertThat(project.at("/budget/available/amount").asText()).isEqualTo("1999.72");
        // The engine's timestamps are of the server's zone.
        assertThat(Instant.parse(project.at("/nextDeadline/instant").asText()))
                .isEqualTo(Timestamp.valueOf("2900-01-01 07:00:00").toInstant());
    }

    @Test
    void aPageOfTheApiAsksTheDatabaseAsOftenForManyAsForTwo() {
        int forTwo = trips("/api/projects?limit=2&after=" + BEFORE_THEM);

        assertThat(trips("/api/projects?limit=200&after=" + BEFORE_THEM))
                .isEqualTo(forTwo)
                .isLessThanOrEqualTo(12);
    }

    @Test
    void theStartPageAsksTheDatabaseAsOftenForFiftyAsForTwo() {
        String lastButTwo = "/?after=FDA-US-2900-" + (10000 + PROJECTS - 2);
        assertThat(rows(reader.get(lastButTwo))).isEqualTo(2);
        assertThat(rows(reader.get("/?after=" + BEFORE_THEM))).isEqualTo(50);

        int forTwo = trips(lastButTwo);

        assertThat(trips("/?after=" + BEFORE_THEM)).isEqualTo(forTwo).isLessThanOrEqualTo(40);
    }

    private int trips(String path) {
        RoundTrips.Tally tally =
                roundTrips.of(() -> assertThat(reader.get(path).statusCode()).isEqualTo(200));
        return tally.sent().size();
    }

    private JsonNode page(String after, int limit) throws IOException {
        return JSON.readTree(
                reader.get("/api/projects?limit=" + limit + "&after=" + after).body());
    }

    private static long rows(HttpResponse<String> page) {
        return ROW.matcher(page.body()).results().count();
    }

    private static long count(String from) {
        return JdbcClient.create(TestDatabase.as(TestDatabase.APP, LianxingTest.DATABASE))
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }

    /** Without triggers, which would refuse to take projects away again. */
    private static void sql(String statement) {
        JdbcClient.create(TestDatabase.asSuperuser(LianxingTest.DATABASE))
                .sql("do $do$ begin set local session_replication_role = replica; " + statement + "; end $do$")
                .update();
    }
}
