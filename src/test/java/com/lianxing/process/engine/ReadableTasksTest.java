package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.TestDatabase;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everybody sees exactly the tasks that the engine's own join with the grants would show, whatever the grants are and
 * whatever is asked; and these are the tasks that a reading of the rows, one by one, says he may see.
 */
@LianxingTest
class ReadableTasksTest {

    private static final int ROUNDS = 24;
    private static final int TASKS = 120;
    private static final List<String> DEFINITIONS = List.of("fba-inbound", "fba-shipment", "budget-approval");
    private static final List<String> GROUPS = List.of("readers-a", "readers-b", "readers-c");
    private static final Date SOON = Timestamp.valueOf("2026-01-03 00:00:00");
    private static final String READER = "reader-of-tasks";

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    private final List<Authorization> given = new ArrayList<>();
    private List<Row> rows = List.of();

    /** A task as it is stored. */
    private record Row(
            String id,
            @Nullable String definition,
            @Nullable String group,
            @Nullable String assignee,
            boolean soon) {}

    /** Something to ask, and what it means for one row. */
    private record Question(String words, Function<TaskQuery, TaskQuery> query, Predicate<Row> matches) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("all", query -> query, row -> true),
            new Question(
                    "of two groups",
                    query -> query.taskCandidateGroupIn(GROUPS.subList(0, 2)).includeAssignedTasks(),
                    row -> row.group() != null && GROUPS.indexOf(row.group()) < 2),
            new Question(
                    "of a group and nobody's",
                    query -> query.taskCandidateGroup("readers-c"),
                    row -> "readers-c".equals(row.group()) && row.assignee() == null),
            new Question("his own", query -> query.taskAssignee(READER), row -> READER.equals(row.assignee())),
            new Question("due soon", query -> query.dueBefore(SOON), Row::soon),
            new Question(
                    "of one definition",
                    query -> query.processDefinitionKey("fba-shipment"),
                    row -> "fba-shipment".equals(row.definition())),
            new Question(
                    "of two definitions",
                    query -> query.processDefinitionKeyIn("budget-approval", "fba-inbound"),
                    row -> "budget-approval".equals(row.definition()) || "fba-inbound".equals(row.definition())),
            new Question(
                    "his own or of one definition",
                    query -> query.or()
                            .taskAssignee(READER)
                            .processDefinitionKey("budget-approval")
                            .endOr(),
                    row -> READER.equals(row.assignee()) || "budget-approval".equals(row.definition())));

    @BeforeEach
    void manyTasks() {
        if (rows().isEmpty()) {
            superuser("""
                    insert into act_ru_task (id_, rev_, name_, proc_def_id_, assignee_, due_date_, priority_, suspension_state_)
                    select 'readable-' || n, 1, 'readable', d.id_, case when n %% 7 = 0 then 'reader-of-tasks' end,
                           timestamp '2026-01-01' + (n %% 50) * interval '3 hours', (n %% 3) * 25, 1
                    from generate_series(1, %d) n
                    left join lateral (select id_ from act_re_procdef
                                       where key_ = (array['fba-inbound', 'fba-shipment', 'budget-approval'])[1 + n %% 5]
                                       order by version_ desc limit 1) d on true""".formatted(TASKS));
            superuser("""
                    insert into act_ru_identitylink (id_, rev_, type_, task_id_, group_id_)
                    select 'readable-' || n || g, 1, 'candidate', 'readable-' || n, 'readers-' || g
                    from generate_series(1, %d) n, unnest(array['a', 'b', 'c']) g
                    where g = (array['a', 'b', 'c', ''])[1 + n %% 4]""".formatted(TASKS));
        }
        rows = rows();
    }

    @AfterEach
    void takeBack() {
        identity.clearAuthentication();
        given.forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        given.clear();
    }

    @AfterAll
    static void removeThem() {
        superuser("delete from act_ru_identitylink where id_ like 'readable-%'");
        superuser("delete from act_ru_task where id_ like 'readable-%'");
    }

    @Test
    void everybodySeesWhatTheEnginesOwnJoinShows() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            takeBack();
            boolean revokes = round % 4 == 0;
            int grants = random.nextInt(4);
            for (int n = 0; n < grants; n++) {
                give(random, revokes);
            }
            List<String> groups =
                    GROUPS.stream().filter(group -> random.nextBoolean()).toList();
            identity.setAuthentication(READER, groups);
            for (Question question : QUESTIONS) {
                List<String> seen = ids(ask(question).listPage(0, 2 * TASKS));

                assertThat(seen)
                        .as("%s, round %d, grants %s, groups %s", question.words(), round, given, groups)
                        .containsExactlyElementsOf(ids(asTheEngineWould(ask(question))))
                        .hasSize((int) ask(question).count());
                if (given.stream().noneMatch(grant -> grant.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE)) {
                    assertThat(Set.copyOf(seen))
                            .as("%s, round %d, read row by row", question.words(), round)
                            .isEqualTo(readOneByOne(question, groups));
                }
                assertThat(ids(ask(question).listPage(2, 5)))
                        .isEqualTo(seen.stream().skip(2).limit(5).toList());
            }
        }
    }

    @Test
    void aQueryIsTheSameAfterItWasAsked() {
        give(null, "readers-a", Resources.PROCESS_DEFINITION, "fba-inbound", ProcessDefinitionPermissions.READ_TASK);
        TaskQuery query = tasks.createTaskQuery().taskName("readable");

        identity.setAuthentication(READER, List.of("readers-a"));
        assertThat(query.count()).isEqualTo(count("fba-inbound"));
        identity.clearAuthentication();

        assertThat(query.count()).isEqualTo(TASKS);
    }

    private long count(String definition) {
        return rows.stream().filter(row -> definition.equals(row.definition())).count();
    }

    private TaskQuery ask(Question question) {
        return question.query()
                .apply(tasks.createTaskQuery().taskName("readable"))
                .orderByDueDate()
                .asc()
                .orderByTaskPriority()
                .desc()
                .orderByTaskId()
                .asc();
    }

    private List<Task> asTheEngineWould(TaskQuery query) {
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> new TaskManager().findTasksByQueryCriteria((TaskQueryImpl) query));
    }

    private static List<String> ids(List<Task> found) {
        return found.stream().map(Task::getId).toList();
    }

    private Set<String> readOneByOne(Question question, List<String> groups) {
        return rows.stream()
                .filter(question.matches())
                .filter(row -> given.stream().anyMatch(grant -> shows(grant, row, groups)))
                .map(Row::id)
                .collect(Collectors.toSet());
    }

    private static boolean shows(Authorization grant, Row row, List<String> groups) {
        boolean his = READER.equals(grant.getUserId())
                || "*".equals(grant.getUserId())
                || groups.contains(String.valueOf(grant.getGroupId()));
        String on = grant.getResourceId();
        boolean ofTask = grant.getResourceType() == Resources.TASK.resourceType()
                && grant.isPermissionGranted(Permissions.READ)
                && (on.equals("*") || on.equals(row.id()));
        boolean ofDefinition = grant.getResourceType() == Resources.PROCESS_DEFINITION.resourceType()
                && grant.isPermissionGranted(ProcessDefinitionPermissions.READ_TASK)
                && (on.equals("*") || on.equals(row.definition()));
        return his && (ofTask || ofDefinition);
    }

    private void give(Random random, boolean revokes) {
        boolean toUser = random.nextInt(3) == 0;
        String user = toUser ? READER : null;
        String group = toUser ? null : GROUPS.get(random.nextInt(GROUPS.size()));
        switch (random.nextInt(revokes ? 7 : 6)) {
            case 0 -> give(user, group, Resources.TASK, "readable-" + (1 + random.nextInt(TASKS)), Permissions.READ);
            case 1 -> give(user, group, Resources.TASK, "readable-1", Permissions.UPDATE);
            case 2 -> {
                if (random.nextInt(3) == 0) {
                    give(user, group, Resources.TASK, "*", Permissions.READ);
                } else {
                    give(
                            "*",
                            null,
                            Resources.PROCESS_DEFINITION,
                            definition(random),
                            ProcessDefinitionPermissions.READ_TASK);
                }
            }
            case 3 ->
                give(user, group, Resources.PROCESS_DEFINITION, definition(random), ProcessDefinitionPermissions.READ);
            case 6 ->
                revoke(
                        READER,
                        Resources.PROCESS_DEFINITION,
                        definition(random),
                        ProcessDefinitionPermissions.READ_TASK);
            default ->
                give(
                        user,
                        group,
                        Resources.PROCESS_DEFINITION,
                        definition(random),
                        ProcessDefinitionPermissions.READ_TASK);
        }
    }

    private static String definition(Random random) {
        int index = random.nextInt(DEFINITIONS.size() + 2);
        return index == 0 ? "*" : index > DEFINITIONS.size() ? "not-deployed" : DEFINITIONS.get(index - 1);
    }

    private void give(
            @Nullable String user, @Nullable String group, Resource resource, String id, Permission permission) {
        int type = "*".equals(user) ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT;
        boolean same = given.stream()
                .anyMatch(grant -> grant.getResourceType() == resource.resourceType()
                        && grant.getResourceId().equals(id)
                        && String.valueOf(grant.getUserId()).equals(String.valueOf(user))
                        && String.valueOf(grant.getGroupId()).equals(String.valueOf(group)));
        if (!same) {
            Authorization grant = authorizations.createNewAuthorization(type);
            if (user != null && type == Authorization.AUTH_TYPE_GRANT) {
                grant.setUserId(user);
            }
            if (group != null) {
                grant.setGroupId(group);
            }
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.addPermission(permission);
            given.add(authorizations.saveAuthorization(grant));
        }
    }

    private void revoke(String user, Resource resource, String id, Permission permission) {
        Authorization revocation = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revocation.setUserId(user);
        revocation.setResource(resource);
        revocation.setResourceId(id);
        revocation.removePermission(permission);
        try {
            given.add(authorizations.saveAuthorization(revocation));
        } catch (RuntimeException alreadyRevoked) {
            assertThat(given).anyMatch(grant -> grant.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE);
        }
    }

    private static List<Row> rows() {
        return JdbcClient.create(TestDatabase.asSuperuser(LianxingTest.DATABASE))
                .sql("""
                        select t.id_, d.key_, i.group_id_, t.assignee_, t.due_date_ < '2026-01-03' soon
                        from act_ru_task t left join act_re_procdef d on d.id_ = t.proc_def_id_
                        left join act_ru_identitylink i on i.task_id_ = t.id_ where t.name_ = 'readable'""")
                .query((row, number) -> new Row(
                        row.getString("id_"),
                        row.getString("key_"),
                        row.getString("group_id_"),
                        row.getString("assignee_"),
                        row.getBoolean("soon")))
                .list();
    }

    /** Past foreign keys, which a task of no instance has none of. */
    private static void superuser(String statement) {
        JdbcClient.create(TestDatabase.asSuperuser(LianxingTest.DATABASE))
                .sql("do $do$ begin set local session_replication_role = replica; " + statement + "; end $do$")
                .update();
    }
}
