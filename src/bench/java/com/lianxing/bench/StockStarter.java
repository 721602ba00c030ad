package com.lianxing.bench;

import com.lianxing.bench.stock.StockApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The starter, on a database with the settings of ours. A person reads tasks there by the grants that the engine writes
 * for each, and by the same right on the definition that ours gives to every role.
 */
class StockStarter implements Candidate {

    /** What a statement may take before the database gives it up. */
    static final int STATEMENT_SECONDS = 120;

    private static final String PASSWORD = "stock-bench-only";
    private static final int APPLICATION = 0;
    private static final int FILTER = 5;
    private static final int PROCESS_DEFINITION = 6;

    private final EmbeddedPostgres postgres;
    private final Program program;

    StockStarter(Path work) throws IOException, InterruptedException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(work.resolve("stock"))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "150")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
        program = new Program(
                work.resolve("stock.log"),
                List.of("-cp", System.getProperty("java.class.path"), StockApplication.class.getName()),
                List.of(
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres")
                                + "&options=-c%20statement_timeout=" + STATEMENT_SECONDS + "s",
                        "--camunda.bpm.authorization.enabled=true",
                        "--camunda.bpm.admin-user.id=admin",
                        "--camunda.bpm.admin-user.password=" + PASSWORD));
        prepare(program.browser());
    }

    @Override
    public List<String> groups() {
        return List.of("projectManager", "operations", "advertising");
    }

    @Override
    public Connection database() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    @Override
    public Browser signedIn() throws IOException, InterruptedException {
        Browser browser = program.browser();
        browser.get("/camunda/app/tasklist/default/");
        browser.postForm(
                "/camunda/api/admin/auth/user/default/login/tasklist", "username", PERSON, "password", PASSWORD);
        // The session is a new one since the login, and so is its token.
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        program.close();
        postgres.close();
    }

    /** By the starter's own open REST API: nothing is written past the engine. */
    private void prepare(Browser rest) throws IOException, InterruptedException {
        rest.postJson("/engine-rest/user/create", """
                {"profile":{"id":"%s","firstName":"In","lastName":"Three"},"credentials":{"password":"%s"}}""".formatted(PERSON, PASSWORD));
        for (String group : groups()) {
            rest.postJson("/engine-rest/group/create", """
                    {"id":"%s","name":"%s","type":"WORKFLOW"}""".formatted(group, group));
            rest.put("/engine-rest/group/%s/members/%s".formatted(group, PERSON));
            grant(rest, group, APPLICATION, "tasklist", "ACCESS");
            grant(rest, group, PROCESS_DEFINITION, "stock-task", "READ_TASK");
            grant(rest, group, FILTER, "*", "READ");
        }
        deploy(rest);
        rest.postJson("/engine-rest/process-definition/key/stock-task/start", """
                {"variables":{"projectCode":{"type":"String","value":"FBA-US-2026-001"},
                              "requestedUsdMinor":{"type":"Long","value":1250000}}}""");
        filter(rest, TaskListBenchmark.MY_GROUPS, """
                "candidateGroupsExpression":"${currentUserGroups()}","includeAssignedTasks":true,""");
        filter(rest, TaskListBenchmark.ALL, "");
    }

    private static void grant(Browser rest, String group, int type, String id, String permission)
            throws IOException, InterruptedException {
        rest.postJson("/engine-rest/authorization/create", """
                {"type":1,"groupId":"%s","resourceType":%d,"resourceId":"%s","permissions":["%s"]}""".formatted(group, type, id, permission));
    }

    private static void filter(Browser rest, String name, String criteria) throws IOException, InterruptedException {
        rest.postJson("/engine-rest/filter/create", """
                {"resourceType":"Task","name":"%s","query":{%s"sorting":[{"sortBy":"dueDate","sortOrder":"asc"},
                 {"sortBy":"priority","sortOrder":"desc"}]},
                 "properties":{"variables":[{"name":"projectCode","label":"Project"},
                                            {"name":"requestedUsdMinor","label":"Amount"}]}}""".formatted(name, criteria));
    }

    private static void deploy(Browser rest) throws IOException, InterruptedException {
        try (var model = StockStarter.class.getResourceAsStream("/stock-task.bpmn")) {
            String bpmn = new String(model.readAllBytes(), StandardCharsets.UTF_8);
            rest.post(
                    "/engine-rest/deployment/create",
                    "multipart/form-data; boundary=part",
                    ("--part\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nstock\r\n--part\r\n"
                            + "Content-Disposition: form-data; name=\"data\"; filename=\"stock-task.bpmn\"\r\n\r\n"
                            + bpmn + "\r\n--part--\r\n"));
        }
    }
}
