package com.lianxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar on its own embedded server: what was acknowledged survives its death, and it stops cleanly. */
class DurabilityIT {

    private static final String PASSWORD = "first-password-1";

    /** From the start of the process to ready, on an existing database and two cores that have nothing else to do. */
    private static final Duration MOST_TO_READY = Duration.ofSeconds(15);

    private static final Duration FIRST_START = Duration.ofSeconds(17);

    @Test
    void nothingAcknowledgedIsLostWhenTheApplicationIsKilled(@TempDir Path dataDir) throws Exception {
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        RunningApplication first = start("killed", dataDir);
        Thread writer = new Thread(() -> writeUntilItDies(first, acknowledged));
        writer.start();
        while (writer.isAlive() && acknowledged.size() < 60) {
            writer.join(20);
        }
        first.kill();
        writer.join();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(60);

        try (RunningApplication second = start("after-kill", dataDir)) {
            assertThat(second.log()).contains("that an ended run left behind");
            String groups = second.send("GET", "/engine-rest/group?maxResults=2000", "admin", PASSWORD, "")
                    .body();
            assertThat(acknowledged).allSatisfy(id -> assertThat(groups).contains("\"" + id + "\""));
        }
    }

    @Test
    void aTerminatedApplicationStopsEngineThenPoolThenDatabaseWithoutAWarning(@TempDir Path dataDir) throws Exception {
        try (RunningApplication first = start("first-start", dataDir)) {
            assertThat(first.terminate()).isEqualTo(143);
        }
        RunningApplication second = start("second-start", dataDir);
        int exit = second.terminate();

        String log = second.log();
        assertThat(exit).isEqualTo(143);
        assertThat(log).doesNotContain(" WARN ", " ERROR ", "Exception", "\tat ");
        assertThat(log.indexOf("ENGINE-00007"))
                .isPositive()
                .isLessThan(log.indexOf("HikariPool-1 - Shutdown completed"));
        assertThat(log.indexOf("HikariPool-1 - Shutdown completed")).isLessThan(log.indexOf("PostgreSQL stopped"));
    }

    @Test
    void itIsReadySoonOnAnExistingDatabase(@TempDir Path dataDir) {
        Duration limit;
        try (RunningApplication first = RunningApplication.launch("made-database", arguments(dataDir))) {
            limit = onThisMachine(first.timeToReady());
            assertThat(first.terminate()).isEqualTo(143);
        }
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        machine.getCpuLoad(); // From here on; the next call answers for the time since this one.
        try (RunningApplication second = RunningApplication.launch("second-start", arguments(dataDir))) {
            Duration toReady = second.timeToReady();
            double ours = second.cpuTime().toNanos() / (double) toReady.toNanos() / machine.getAvailableProcessors();
            double others = machine.getCpuLoad() - ours;
            assumeThat(toReady.compareTo(limit) > 0 && others > 0.2)
                    .as("the start took %s and cannot be judged: other programs took %.0f %% of the processors"
                            .formatted(toReady, 100 * others))
                    .isFalse();
            assertThat(toReady).isLessThanOrEqualTo(limit);
        }
    }

    /** The limit is for two cores that make the database within {@link #FIRST_START}; slower ones get as much more. */
    private static Duration onThisMachine(Duration firstStart) {
        return firstStart.compareTo(FIRST_START) <= 0
                ? MOST_TO_READY
                : MOST_TO_READY.multipliedBy(firstStart.toMillis()).dividedBy(FIRST_START.toMillis());
    }

    @Test
    void aSecondApplicationOnTheSameDataIsRefusedWithASentence(@TempDir Path dataDir) {
        try (RunningApplication first = start("owner-of-data", dataDir)) {
            RunningApplication second = RunningApplication.launch("intruder", arguments(dataDir));
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.log())
                    .contains("Another Lianxing already runs on the data directory")
                    .doesNotContain("\tat ");
            assertThat(first.log()).doesNotContain(" ERROR ");
        }
    }

    private static RunningApplication start(String name, Path dataDir) {
        return RunningApplication.launch(name, arguments(dataDir)).awaitReady();
    }

    private static String[] arguments(Path dataDir) {
        return new String[] {
            "--lianxing.data-dir=" + dataDir,
            "--lianxing.demo=false",
            "--lianxing.admin.id=admin",
            "--lianxing.admin.password=" + PASSWORD
        };
    }

    private static void writeUntilItDies(RunningApplication application, List<String> acknowledged) {
        try {
            for (int i = 0; i < 100_000; i++) {
                String id = "written-" + i;
                String body = "{\"id\":\"%s\",\"name\":\"%s\",\"type\":\"WORKFLOW\"}".formatted(id, id);
                if (application
                                .send("POST", "/engine-rest/group/create", "admin", PASSWORD, body)
                                .statusCode()
                        != 204) {
                    return;
                }
                acknowledged.add(id);
            }
        } catch (IOException e) {
            // The application is dead, as the test wants it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
