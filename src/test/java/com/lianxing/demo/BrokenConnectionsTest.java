package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.BreakableSockets;
import com.lianxing.BreakableSockets.Break;
import com.lianxing.BreakableSockets.Watch;
import com.lianxing.LianxingTest;
import com.lianxing.audit.AuditVerifier;
import com.lianxing.calendar.MovableClock;
import com.lianxing.process.Books;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Whole projects whose connections break while people complete their tasks: at a statement chosen by the seed, or in the
 * commit itself, before it is sent, before it is answered, or by the server. {@code -Dseeds=N} plays more of them.
 */
@LianxingTest
class BrokenConnectionsTest {

    private static final int PROJECTS = 3 * Integer.getInteger("seeds", 1);

    /** Steps whose completion moves money. */
    private static final Set<String> MONEY = Set.of(
            "userTask_decide",
            "userTask_payDeposit",
            "userTask_payBalance",
            "userTask_payDuty",
            "userTask_settleInvoices",
            "userTask_closeProject");

    @Autowired
    private Stories stories;

    @Autowired
    private WorkList work;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Projects projects;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private DataSource dataSource;

    private final Map<String, Integer> statementsOf = new HashMap<>();
    private ProjectPlayer player;
    private Books books;
    private int completions;
    private int broken;
    private int brokenAtCommit;
    private int savedUnseen;

    @BeforeEach
    void enrolTheCompany() {
        stories.enrolTheCompany();
        player = stories.player();
        books = new Books(dataSource);
    }

    /** Each break would fill the log with the traces that an operator should see. */
    @BeforeEach
    void silenceTheLog() {
        logOf(LogLevel.OFF);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
        logOf(null);
    }

    private static void logOf(@Nullable LogLevel level) {
        LoggingSystem logging = LoggingSystem.get(BrokenConnectionsTest.class.getClassLoader());
        for (String logger : List.of("com.zaxxer.hikari", "org.springframework", "org.camunda")) {
            logging.setLogLevel(logger, level);
        }
    }

    @Test
    void noCompletionIsWithoutItsLedgerEntryAndNoEntryWithoutItsCompletion() {
        play(null);
        for (int number = 1; number <= PROJECTS; number++) {
            play(new Random(number));
        }

        assertThat(completions).as("tasks completed").isGreaterThanOrEqualTo(200);
        assertThat(broken).as("connections broken").isGreaterThanOrEqualTo(150);
        assertThat(brokenAtCommit).as("of these in the commit").isGreaterThanOrEqualTo(30);
        assertThat(savedUnseen).as("of these when all was saved already").isGreaterThanOrEqualTo(5);
    }

    /**
     * Plays a project to its end.
     *
     * @param seed breaks each completion at one of its statements, and if it moves money in the commit too; with null
     *     nothing is broken and the statements are counted
     */
    private void play(@Nullable Random seed) {
        StepValues.Story story = stories.tell("断线 Broken connections");
        ProjectCode project = player.start(story);
        for (Optional<WorkItem> next = next(project); next.isPresent(); next = next(project)) {
            WorkItem item = next.get();
            ProjectPlayer.Filled form = player.prepare(item, story);
            if (seed == null || isOpenAfterItsBreaks(item, form, seed)) {
                submit(item, form);
            }
            completions++;
            clock.moveBy(Duration.ofHours(7));
        }
        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CLOSED_SUCCESS);
        assertThat(books.faults(project)).isEmpty();
        assertThat(verifier.verify("project", project.value()).findings()).isEmpty();
    }

    private Optional<WorkItem> next(ProjectCode project) {
        return work.open(project).stream().findFirst();
    }

    private boolean isOpenAfterItsBreaks(WorkItem item, ProjectPlayer.Filled form, Random seed) {
        boolean money = MONEY.contains(item.step());
        boolean open = isOpenAfter(somewhere(item, seed), item, form)
                && (!money || isOpenAfter(BreakableSockets.breakAtCommit(how(seed)), item, form));
        if (money) {
            assertThat(books.faults(item.project())).as("after %s", item.step()).isEmpty();
        }
        return open;
    }

    private Watch somewhere(WorkItem item, Random seed) {
        return BreakableSockets.breakAt(1 + seed.nextInt(statementsOf.getOrDefault(item.step(), 100)), how(seed));
    }

    private static Break how(Random seed) {
        return Break.values()[seed.nextInt(Break.values().length)];
    }

    private void submit(WorkItem item, ProjectPlayer.Filled form) {
        try (Watch watch = BreakableSockets.count()) {
            work.submit(form.taskId(), form.person(), form.values());
            statementsOf.merge(item.step(), watch.sent(), Math::max);
        }
    }

    /** Submits while the connection breaks. Either the task is open as before, or it is done and says so. */
    private boolean isOpenAfter(Watch breaking, WorkItem item, ProjectPlayer.Filled form) {
        boolean failed = false;
        try (breaking) {
            work.submit(form.taskId(), form.person(), form.values());
        } catch (RuntimeException e) {
            failed = true;
        }
        broken += breaking.isBroken() ? 1 : 0;
        brokenAtCommit += breaking.isBrokenAtCommit() ? 1 : 0;
        boolean saved = !failed || breaking.isBrokenAtCommit() && breaking.how() == Break.BEFORE_IT_IS_ANSWERED;
        assertThat(work.find(item.taskId()).isEmpty())
                .as("%s is done after %s", item.step(), breaking)
                .isEqualTo(saved);
        if (failed && saved) {
            savedUnseen++;
            assertThatThrownBy(() -> work.submit(form.taskId(), form.person(), form.values()))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("TASK_DONE"));
        }
        return !saved;
    }
}
