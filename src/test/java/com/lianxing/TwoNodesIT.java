package com.lianxing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes started at once on an empty outside database: one makes everything, the other finds it. */
class TwoNodesIT {

    private static final int ROUNDS = Math.max(2, Integer.getInteger("seeds", 1));

    @Test
    void twoNodesStartedAtOnceOnAnEmptyDatabaseMakeEverythingOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            String database = "two_nodes_" + round;
            TestDatabase.create(database);
            try (RunningApplication one = RunningApplication.launch("node-one", arguments(database));
                    RunningApplication two = RunningApplication.launch("node-two", arguments(database))) {
                one.awaitReady();
                two.awaitReady();
                JdbcClient jdbc = JdbcClient.create(TestDatabase.as(TestDatabase.OWNER, database));
                assertThat(count(jdbc, "act_re_deployment")).as("deployments").isEqualTo(1);
                assertThat(count(jdbc, "act_id_membership where group_id_ = 'camunda-admin'"))
                        .as("administrators")
                        .isEqualTo(1);
                assertThat(jdbc.sql("select name_ from act_ru_filter group by name_ having count(*) > 1")
                                .query(String.class)
                                .list())
                        .as("filters made twice")
                        .isEmpty();
                assertThat(count(
                                jdbc,
                                "(select group_id_, resource_type_, resource_id_ from act_ru_authorization "
                                        + "group by 1, 2, 3 having count(*) > 1) twice"))
                        .as("grants made twice")
                        .isZero();
                assertThat(one.log() + two.log()).doesNotContain(" ERROR ", " WARN ", "\tat ");
            }
        }
    }

    /** The database's clock is moved, not the machine's: a function of that name before the server's own. */
    @Test
    void aNodeWhoseClockIsOffIsRefusedWithASentence() {
        String database = "clock_off";
        TestDatabase.create(database);
        JdbcClient superuser = JdbcClient.create(TestDatabase.asSuperuser(database));
        superuser
                .sql("alter database " + database + " set search_path = public, pg_catalog")
                .update();
        superuser
                .sql("create function public.clock_timestamp() returns timestamptz language sql as"
                        + " $$ select pg_catalog.clock_timestamp() + interval '3 seconds' $$")
                .update();

        RunningApplication node = RunningApplication.launch("clock-off", arguments(database));

        assertThat(node.awaitEnd()).isEqualTo(1);
        assertThat(node.log())
                .containsPattern("The clock of this machine is [23]\\d{3} ms behind the database's\\.")
                .contains("Set both by a time server")
                .doesNotContain("\tat ");
    }

    private static long count(JdbcClient jdbc, String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private static String[] arguments(String database) {
        return new String[] {
            "--spring.datasource.url=" + TestDatabase.url(database),
            "--spring.datasource.username=" + TestDatabase.APP,
            "--spring.datasource.password=" + TestDatabase.password(),
            "--spring.liquibase.user=" + TestDatabase.OWNER,
            "--spring.liquibase.password=" + TestDatabase.password(),
            "--lianxing.admin.id=admin",
            "--lianxing.admin.password=first-password-1"
        };
    }
}
