package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.RoundTrips;
import com.lianxing.RoundTrips.Sent;
import com.lianxing.TestDatabase;
import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's own statements, as it sends them, find their way by our indexes when there is much to look through. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineIndexesTest {

    private static final int ROWS = 20_000;

    @Autowired
    private RoundTrips roundTrips;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private Clock clock;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @BeforeAll
    static void manyTasksAndTimers() {
        superuser("""
                insert into act_ru_task (id_, rev_, name_, task_def_key_, proc_def_id_, execution_id_, proc_inst_id_,
                       due_date_, priority_, create_time_, last_updated_, suspension_state_)
                select 'index-' || md5('task' || n), 1, 'Plan quantities per SKU', 'userTask_planQuantities', d.id_,
                       md5('execution' || n), md5('instance' || n), timestamp '2890-01-01' + n * interval '1 minute',
                       n %% 3, now(), now(), 1
                from generate_series(1, %1$d) n,
                     lateral (select id_ from act_re_procdef where key_ = 'fba-inbound' limit 1) d;
                insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_)
                select 'index-' || n, 1, 'candidate', coalesce((array['operations', 'advertising'])[n %% 20], 'other-' || n %% 20),
                       'index-' || md5('task' || n)
                from generate_series(1, %1$d) n;
                insert into act_ru_job (id_, rev_, type_, handler_type_, duedate_, retries_, exclusive_, priority_,
                       process_instance_id_, suspension_state_)
                select 'index-' || n, 1, 'timer', 'timer-transition', timestamp '2890-01-01' + n * interval '1 minute', 3,
                       true, 0, 'index-' || n, 1
                from generate_series(1, %1$d) n""".formatted(ROWS));
        vacuum();
    }

    @AfterAll
    static void removeThem() {
        List.of("act_ru_identitylink", "act_ru_task", "act_ru_job")
                .forEach(table -> superuser("delete from " + table + " where id_ like 'index-%'"));
        vacuum();
    }

    @Test
    void whatIsLateIsFoundByDueDate() {
        Sent late = sent(
                "act_ru_task",
                () -> asPerson(() -> tasks.createTaskQuery()
                        .dueBefore(Date.from(clock.now()))
                        .orderByDueDate()
                        .asc()
                        .orderByTaskPriority()
                        .desc()
                        .listPage(0, 15)));

        assertThat(plan(late)).contains("lx_task_by_due", "due_date_ <");
    }

    @Test
    void aPageOfAllTasksIsReadInTheOrderOfTheIndexAndNotSortedWhole() {
        Sent page = sent(
                "act_ru_task",
                () -> asPerson(() -> all().orderByDueDate()
                        .asc()
                        .orderByTaskPriority()
                        .desc()
                        .orderByTaskCreateTime()
                        .desc()
                        .listPage(0, 15)));

        assertThat(plan(page)).contains("lx_task_by_due", "Presorted Key");
    }

    @Test
    void theTasksOfGroupsAreCountedWithoutReadingATask() {
        List<String> groups = List.of(Role.OPERATIONS.id(), Role.ADVERTISING.id());
        Sent count = sent(
                "act_ru_task",
                () -> asPerson(() -> all().taskCandidateGroupIn(groups)
                        .includeAssignedTasks()
                        .count()));

        assertThat(plan(count))
                .contains("Index Only Scan using lx_task_active", "lx_link_candidate")
                .doesNotContain("Seq Scan on act_ru_task", "Seq Scan on act_ru_identitylink");
    }

    @Test
    void allTasksAreCountedWithoutReadingATask() {
        Sent count = sent("act_ru_task", () -> asPerson(() -> all().count()));

        assertThat(plan(count))
                .contains("Index Only Scan using lx_task_active")
                .doesNotContain("Seq Scan on act_ru_task");
    }

    @Test
    void theJobExecutorFindsWhatIsDueWithoutLookingAtTheTimersThatWait() {
        Sent acquisition = sent(
                "act_ru_job",
                () -> configuration
                        .getCommandExecutorTxRequired()
                        .execute(context -> context.getJobManager().findNextJobsToExecute(new Page(0, 16))));

        assertThat(plan(acquisition))
                .contains("lx_job_by_due", "duedate_ <=")
                .doesNotContain("Seq Scan on act_ru_job res", "duedate_ IS NULL");
    }

    /** As Tasklist asks: of suspended instances none. */
    private TaskQuery all() {
        return tasks.createTaskQuery().active();
    }

    private <T> T asPerson(Supplier<T> question) {
        return colleagues.as(colleagues.with(Role.OPERATIONS), question);
    }

    private Sent sent(String table, Supplier<?> work) {
        return roundTrips.counted(work).tally().sent().stream()
                .filter(sent -> sent.table().equals(table))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing asked " + table));
    }

    private static String plan(Sent sent) {
        return sent.plan(TestDatabase.as(TestDatabase.APP, LianxingTest.DATABASE));
    }

    /** With statistics and a visibility map, as autovacuum keeps them; a row counts as committed a moment after it is. */
    private static void vacuum() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.asSuperuser(LianxingTest.DATABASE));
        List.of("act_ru_job", "act_re_procdef")
                .forEach(table -> jdbc.sql("vacuum analyze " + table).update());
        for (String table : List.of("act_ru_task", "act_ru_identitylink")) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                jdbc.sql("vacuum analyze " + table).update();
                return jdbc.sql("select relallvisible >= 0.9 * relpages from pg_class where relname = ?")
                        .param(table)
                        .query(Boolean.class)
                        .single();
            });
        }
    }

    /** Past foreign keys. */
    private static void superuser(String statements) {
        JdbcClient.create(TestDatabase.asSuperuser(LianxingTest.DATABASE))
                .sql("do $do$ begin set local session_replication_role = replica; " + statements + "; end $do$")
                .update();
    }
}
