package com.lianxing.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.RunningApplication;
import com.lianxing.TestDatabase;
import com.lianxing.process.Books;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The packaged jar while people complete tasks, move money and are cut short: by {@code kill -9}, by a stop, and by a
 * database that goes away. {@code -Dseeds=N} kills N times instead of twice.
 */
class FaultIT {

    private static final int KILLS = Math.max(2, Integer.getInteger("seeds", 1));
    private static final int CLIENTS = 4;

    /** Completions of one life at least: enough that each client holds a budget in the first and pays in the second. */
    private static final int SHORTEST_LIFE = 60;

    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final List<ProjectClient.Unexpected> unexpected = new CopyOnWriteArrayList<>();
    private final AtomicInteger cutShort = new AtomicInteger();
    private final List<RunningApplication> started = new ArrayList<>();

    @AfterEach
    void closeWhatStillRuns() {
        started.forEach(RunningApplication::close);
    }

    @Test
    void killedAgainAndAgainItLosesNothingAndThenStopsUnderLoadWithoutAWarning(@TempDir Path dataDir) throws Exception {
        List<ProjectClient> clients = IntStream.rangeClosed(1, CLIENTS)
                .mapToObj(number -> new ProjectClient(new StepValues.Story(
                        400 + number,
                        "断电 Power cut " + number,
                        150,
                        "Foshan Home Co., Ltd. 佛山家居",
                        "Ocean Bridge Logistics 海桥物流")))
                .toList();
        Random random = new Random(KILLS);
        for (int kill = 1; kill <= KILLS; kill++) {
            RunningApplication application = start("killed-" + kill, dataDir);
            if (kill > 1) {
                nothingIsLost(dataDir);
            }
            work(clients, application, SHORTEST_LIFE + random.nextInt(10), application::kill);
            assertThat(application.log()).doesNotContain(" WARN ", " ERROR ", "\tat ");
        }

        RunningApplication last = start("stopped-under-load", dataDir);
        nothingIsLost(dataDir);
        moneyWasMoved(dataDir);
        List<Integer> exit = new ArrayList<>();
        work(clients, last, 20, () -> exit.add(last.terminate()));

        assertThat(exit).containsExactly(143);
        assertThat(last.log()).doesNotContain(" WARN ", " ERROR ", "Exception", "\tat ");
        assertThat(last.log())
                .containsSubsequence("ENGINE-00007", "HikariPool-1 - Shutdown completed", "PostgreSQL stopped");
        assertThat(cutShort).as("clients that were cut short").hasValueGreaterThanOrEqualTo(KILLS + 1);
        RunningApplication verification =
                RunningApplication.launch("verify-after-faults", "--verify-audit", dataDirArgument(dataDir));
        assertThat(verification.awaitEnd()).as(verification::log).isZero();
    }

    @Test
    void aDatabaseThatIsRestartedUnderTheApplicationIsFoundAgain() throws Exception {
        TestDatabase.create("restarted");
        try (RunningApplication application = RunningApplication.launch(
                        "database-restarted",
                        "--spring.datasource.url=" + TestDatabase.url("restarted"),
                        "--spring.datasource.username=" + TestDatabase.APP,
                        "--spring.datasource.password=" + TestDatabase.password(),
                        "--spring.liquibase.user=" + TestDatabase.OWNER,
                        "--spring.liquibase.password=" + TestDatabase.password(),
                        "--lianxing.admin.id=admin",
                        "--lianxing.admin.password=first-password-1")
                .awaitReady()) {
            assertThat(readiness(application)).isEqualTo(200);
            Groups groups = new Groups(application);
            Thread writer = new Thread(groups);
            writer.start();
            try {
                groups.awaitMore(10);
                TestDatabase.restart();
                groups.awaitMore(10);
            } finally {
                groups.stop();
                writer.join();
            }
            assertThat(readiness(application)).isEqualTo(200);
            List<String> kept = JdbcClient.create(TestDatabase.as(TestDatabase.OWNER, "restarted"))
                    .sql("select id_ from act_id_group")
                    .query(String.class)
                    .list();
            assertThat(kept).containsAll(groups.acknowledged);
            assertThat(groups.answers)
                    .as("answers while it was away")
                    .allMatch(status -> status == 503 || status == 204);
        }
    }

    // ---- People at work ----

    /** Lets all clients work at once until that many completions are confirmed, then does {@code end} under them. */
    private void work(List<ProjectClient> clients, RunningApplication application, int completions, Runnable end)
            throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(completions);
        List<Thread> threads = clients.stream()
                .map(client -> new Thread(() -> workUntilCutShort(client, application, enough)))
                .toList();
        threads.forEach(Thread::start);
        assertThat(enough.await(2, TimeUnit.MINUTES)).as("completions").isTrue();
        end.run();
        for (Thread thread : threads) {
            thread.join(TimeUnit.MINUTES.toMillis(2));
        }
        assertThat(threads).noneMatch(Thread::isAlive);
        assertThat(unexpected).isEmpty();
    }

    private void workUntilCutShort(ProjectClient client, RunningApplication application, CountDownLatch enough) {
        try {
            while (unexpected.isEmpty()) {
                client.doNext(application).ifPresent(task -> {
                    acknowledged.add(task);
                    enough.countDown();
                });
            }
        } catch (ProjectClient.Unexpected e) {
            unexpected.add(e);
        } catch (RuntimeException e) {
            cutShort.incrementAndGet();
        } finally {
            LongStream.range(0, enough.getCount()).forEach(left -> enough.countDown());
        }
    }

    // ---- What must hold afterwards ----

    private void nothingIsLost(Path dataDir) throws IOException {
        DataSource database = database(dataDir);
        List<String> done = JdbcClient.create(database)
                .sql("select id_ from act_hi_taskinst where end_time_ is not null and delete_reason_ = 'completed'")
                .query(String.class)
                .list();
        assertThat(done).containsAll(acknowledged);
        assertThat(new Books(database).faults()).isEmpty();
    }

    private static void moneyWasMoved(Path dataDir) throws IOException {
        List<String> types = JdbcClient.create(database(dataDir))
                .sql("""
                        select e.type from ledger_entry e join project p on p.code = e.project_code
                        where p.name like '断电%' group by e.type having count(*) >= ?""")
                .param(CLIENTS)
                .query(String.class)
                .list();
        assertThat(types).as("kinds of money moved").contains("BUDGET_SET", "COMMIT", "ACTUAL");
    }

    private RunningApplication start(String name, Path dataDir) {
        RunningApplication application =
                RunningApplication.launch(name, dataDirArgument(dataDir), "--lianxing.demo-projects=false");
        started.add(application);
        return application.awaitReady();
    }

    private static String dataDirArgument(Path dataDir) {
        return "--lianxing.data-dir=" + dataDir;
    }

    /** The application's own server, read past the application. */
    private static DataSource database(Path dataDir) throws IOException {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(dataDir.resolve("postgres.secrets"), UTF_8)) {
            secrets.load(file);
        }
        String port = Files.readAllLines(dataDir.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/lianxing_demo");
        database.setUser("postgres");
        database.setPassword(secrets.getProperty("superuser"));
        return database;
    }

    private static int readiness(RunningApplication application) throws Exception {
        return application
                .send("GET", "/actuator/health/readiness", "admin", "first-password-1", "")
                .statusCode();
    }

    /** Somebody who makes one group after the other, whatever is answered. */
    private static final class Groups implements Runnable {

        private final RunningApplication application;
        private final List<String> acknowledged = new CopyOnWriteArrayList<>();
        private final List<Integer> answers = new CopyOnWriteArrayList<>();
        private final BlockingQueue<String> fresh = new LinkedBlockingQueue<>();
        private volatile boolean stopped;

        Groups(RunningApplication application) {
            this.application = application;
        }

        @Override
        public void run() {
            for (int i = 0; !stopped; i++) {
                String id = "group-" + i;
                String body = "{\"id\":\"%s\",\"name\":\"%s\",\"type\":\"WORKFLOW\"}".formatted(id, id);
                try {
                    int status = application
                            .send("POST", "/engine-rest/group/create", "admin", "first-password-1", body)
                            .statusCode();
                    answers.add(status);
                    if (status == 204) {
                        acknowledged.add(id);
                        fresh.add(id);
                    }
                } catch (IOException e) {
                    throw new AssertionError("the application itself went away", e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        void awaitMore(int more) throws InterruptedException {
            fresh.clear();
            for (int i = 0; i < more; i++) {
                assertThat(fresh.poll(1, TimeUnit.MINUTES))
                        .as(() -> "after " + answers)
                        .isNotNull();
            }
        }

        void stop() {
            stopped = true;
        }
    }
}
