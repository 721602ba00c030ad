package com.lianxing.process.fbashipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.process.Messages.Outcome;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.fbashipment.Shipments.Run;
import com.lianxing.project.OutsideFacts;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fact may come at any moment: before somebody waits, at the very moment somebody begins to, and after. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactRacesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    private Shipments shipments;

    @Autowired
    private OutsideFacts facts;

    @Autowired
    private JdbcClient jdbc;

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterAll
    void stop() {
        other.shutdownNow();
    }

    @Test
    void aFactReportedWhileAStepLooksAndGoesToWaitWakesIt() throws Exception {
        Run run = shipments.startAt("userTask_completeIsf");

        Outcome report =
                whileFirstIsOpen(() -> completeIsf(run), () -> shipments.report(run, FbaShipment.VESSEL_DEPARTED));

        assertThat(report).isEqualTo(Outcome.DELIVERED);
        assertThat(shipments.open(run)).containsExactly("userTask_fileEntry");
    }

    @Test
    void aStepThatLooksWhileAFactIsReportedFindsIt() throws Exception {
        Run run = shipments.startAt("userTask_completeIsf");

        whileFirstIsOpen(
                () -> assertThat(shipments.report(run, FbaShipment.VESSEL_DEPARTED))
                        .isEqualTo(Outcome.KEPT),
                () -> completeIsf(run));

        assertThat(shipments.open(run)).containsExactly("userTask_fileEntry");
    }

    @Test
    void aFactThatCameBeforeAnybodyWaitedIsFoundThere() {
        Run run = shipments.startAt("userTask_completeIsf");

        assertThat(shipments.report(run, FbaShipment.VESSEL_DEPARTED)).isEqualTo(Outcome.KEPT);
        completeIsf(run);

        assertThat(shipments.open(run)).containsExactly("userTask_fileEntry");
    }

    @Test
    void theSameReportTwiceHasOneEffectWhetherOrNotSomebodyWaits() {
        Run early = shipments.startAt("userTask_completeIsf");
        Run waiting = shipments.startAt("userTask_recordDeparture");

        assertThat(shipments.report(early, FbaShipment.VESSEL_DEPARTED, "twice-early", "{}"))
                .isEqualTo(Outcome.KEPT);
        assertThat(shipments.report(early, FbaShipment.VESSEL_DEPARTED, "twice-early", "{}"))
                .isEqualTo(Outcome.REPEATED);
        assertThat(shipments.report(waiting, FbaShipment.VESSEL_DEPARTED, "twice-waiting", "{}"))
                .isEqualTo(Outcome.DELIVERED);
        assertThat(shipments.report(waiting, FbaShipment.VESSEL_DEPARTED, "twice-waiting", "{}"))
                .isEqualTo(Outcome.REPEATED);

        assertThat(shipments.open(waiting)).containsExactly("userTask_fileEntry");
    }

    @Test
    void theSameIdForAnotherFactIsRefused() {
        Run run = shipments.startAt("userTask_completeIsf");
        shipments.report(run, FbaShipment.VESSEL_DEPARTED, "one-id", "{\"vessel\":\"A\"}");

        assertThatThrownBy(() -> shipments.report(run, FbaShipment.VESSEL_DEPARTED, "one-id", "{\"vessel\":\"B\"}"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("MESSAGE_OTHER_CONTENT"));
    }

    @Test
    void aReportAfterThePersonIsKeptAndMovesNothing() {
        Run run = shipments.startAt("userTask_recordDeparture");
        shipments.does(run, "userTask_recordDeparture");

        assertThat(shipments.report(run, FbaShipment.VESSEL_DEPARTED)).isEqualTo(Outcome.KEPT);

        assertThat(shipments.open(run)).containsExactly("userTask_fileEntry");
        assertThat(facts.latest(FbaShipment.VESSEL_DEPARTED, run.shipment())).isPresent();
    }

    @Test
    void thePersonWhoComesAfterTheReportIsToldThatItIsDone() throws Exception {
        Run run = shipments.startAt("userTask_recordDeparture");
        String late = shipments.task(run, "userTask_recordDeparture").taskId();

        assertThatThrownBy(() -> whileFirstIsOpen(() -> shipments.report(run, FbaShipment.VESSEL_DEPARTED), () -> {
                    shipments.does(run, "userTask_recordDeparture");
                    return late;
                }))
                .hasCauseInstanceOf(Refusal.class)
                .hasMessageContaining("LOST_RACE");

        assertThat(shipments.open(run)).containsExactly("userTask_fileEntry");
    }

    @Test
    void aReportOfAnotherShipmentWakesNobodyHere() {
        Run run = shipments.startAt("userTask_recordDeparture");
        Run another = shipments.startAt("userTask_recordDeparture");

        shipments.report(another, FbaShipment.VESSEL_DEPARTED);

        assertThat(shipments.open(run)).containsExactly("userTask_recordDeparture");
    }

    private boolean completeIsf(Run run) {
        shipments.does(run, "userTask_completeIsf");
        return true;
    }

    /** Runs the second in a transaction of its own while the first's is open, which ends when the second is done or waits. */
    private <T> T whileFirstIsOpen(Runnable first, Supplier<T> second) throws Exception {
        Future<T> answer = shipments.inTransaction(() -> {
            first.run();
            Future<T> started = other.submit(second::get);
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (!started.isDone() && !somebodyWaitsForThisTransaction()) {
                assertThat(System.nanoTime())
                        .as("the second neither ends nor waits")
                        .isLessThan(until);
            }
            return started;
        });
        return answer.get();
    }

    private boolean somebodyWaitsForThisTransaction() {
        return jdbc.sql(
                        "select exists (select 1 from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }
}
