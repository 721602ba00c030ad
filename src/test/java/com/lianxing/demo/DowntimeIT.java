package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.RunningApplication;
import com.lianxing.TestDatabase;
import com.lianxing.project.ProjectCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole application is stopped while reminders fall due: what was missed is caught up with once, and what repeats
 * goes on. Days pass in the database, while no application runs on it.
 */
@LianxingTest
class DowntimeIT {

    private static final String STEP = "userTask_payDeposit";
    private static final String INSTANCES = "select id_ from act_hi_procinst where business_key_ = ?";

    @Autowired
    private InboundProjects company;

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.asSuperuser(LianxingTest.DATABASE));

    @Test
    void daysWithoutTheApplicationCostOneReminderAndTheNextOnesStillCome() {
        company.enrolTheCompany();
        ProjectCode project = company.startedAt(STEP);
        pass(project, Duration.ofMinutes(61));
        try (RunningApplication running = start("before-downtime")) {
            assertThat(running.await(() -> nextLook(project).isAfter(Instant.now())))
                    .as("somebody looks every hour")
                    .isTrue();
            assertThat(messages(project)).as("two working days are left").isEmpty();
        }

        // Over the reminder a day before, the due date, and three days of being late.
        pass(project, Duration.between(Instant.now(), due(project)).plus(Duration.ofDays(3)));
        try (RunningApplication running = start("after-downtime")) {
            assertThat(running.await(() -> nextLook(project).isAfter(Instant.now())))
                    .isTrue();
            assertThat(messages(project)).containsExactly("STEP_REMINDER finance", "STEP_ESCALATED pm");
            assertThat(nextLook(project)).isBefore(Instant.now().plus(Duration.ofMinutes(61)));
        }

        pass(project, Duration.ofHours(24));
        try (RunningApplication running = start("a-day-later")) {
            assertThat(running.await(() -> nextLook(project).isAfter(Instant.now())))
                    .isTrue();
            assertThat(messages(project))
                    .filteredOn("STEP_REMINDER finance"::equals)
                    .hasSize(2);
        }
        assertThat(jdbc.sql("select count(*) from act_ru_job where retries_ < 3 and process_instance_id_ in ("
                                + INSTANCES + ")")
                        .param(project.value())
                        .query(Long.class)
                        .single())
                .as("jobs that failed")
                .isZero();
    }

    /** So much later: everything of the project that waits for a moment is nearer to it. */
    private void pass(ProjectCode project, Duration time) {
        String earlier = " - interval '" + time.toSeconds() + " seconds'";
        for (String update : List.of(
                "update act_ru_job set duedate_ = duedate_" + earlier + " where process_instance_id_ in (",
                "update act_ru_task set due_date_ = due_date_" + earlier + " where proc_inst_id_ in (",
                "update act_ru_variable set long_ = long_ - " + time.toMillis()
                        + " where type_ = 'date' and proc_inst_id_ in (")) {
            jdbc.sql(update + INSTANCES + ")").param(project.value()).update();
        }
    }

    private Instant due(ProjectCode project) {
        return Objects.requireNonNull(company.task(project, STEP).dueAt());
    }

    /** When the step is looked at next. */
    private Instant nextLook(ProjectCode project) {
        return company.due(project, STEP);
    }

    private List<String> messages(ProjectCode project) {
        return jdbc.sql("select kind || ' ' || person from outbox where subject_code = ? order by seq")
                .param(project.value())
                .query(String.class)
                .list();
    }

    private static RunningApplication start(String name) {
        return RunningApplication.launch(
                        name,
                        "--spring.datasource.url=" + TestDatabase.url(LianxingTest.DATABASE),
                        "--spring.datasource.username=" + TestDatabase.APP,
                        "--spring.datasource.password=" + TestDatabase.password(),
                        "--spring.liquibase.user=" + TestDatabase.OWNER,
                        "--spring.liquibase.password=" + TestDatabase.password(),
                        "--lianxing.admin.id=admin",
                        "--lianxing.admin.password=first-password-1")
                .awaitReady();
    }
}
