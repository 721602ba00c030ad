package com.lianxing.process.fbashipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.process.Messages.Outcome;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.fbashipment.Shipments.Run;
import com.lianxing.project.OutsideFacts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each fact that a shipment waits for, from outside or from a person, in each order, twice, early and late. */
@LianxingTest
class FactOrdersTest {

    /** A fact, the step before the shipment waits for it, the task that waits, and where it leads. */
    private enum Awaited {
        ISF_ACCEPTED(
                FbaShipment.ISF_ACCEPTED,
                "userTask_fileIsf",
                "userTask_recordIsfAcceptance",
                List.of("userTask_completeIsf")),
        VESSEL_DEPARTED(
                FbaShipment.VESSEL_DEPARTED,
                "userTask_completeIsf",
                "userTask_recordDeparture",
                List.of("userTask_fileEntry")),
        CUSTOMS_RELEASED(
                FbaShipment.CUSTOMS_RELEASED,
                "userTask_fileEntry",
                "userTask_recordRelease",
                List.of("userTask_fileEntrySummary")),
        CUSTOMS_HELD(
                FbaShipment.CUSTOMS_HELD,
                "userTask_fileEntry",
                "userTask_recordRelease",
                List.of("userTask_recordExam"),
                "customsAnswer",
                "HELD"),
        CUSTOMS_REFUSED(
                FbaShipment.CUSTOMS_REFUSED,
                "userTask_fileEntry",
                "userTask_recordRelease",
                List.of("userTask_decideOnRefusal"),
                "customsAnswer",
                "REFUSED"),
        DELIVERED(
                FbaShipment.GOODS_DELIVERED,
                "userTask_arrangeDelivery",
                "userTask_recordDelivery",
                List.of("userTask_recordReceipt")),
        RECEIPT_CHANGED(
                FbaShipment.RECEIPT_CHANGED,
                "userTask_recordDelivery",
                "userTask_recordReceipt",
                List.of("userTask_reconcileReceipt")),
        CLAIM_RESOLVED(FbaShipment.CLAIM_SETTLED, "userTask_fileClaim", "userTask_recordClaimOutcome", List.of());

        private final String message;
        private final String before;
        private final String waits;
        private final List<String> after;
        private final Object[] entered;

        /** @param entered by the person who records this fact, where it is not what is usual */
        Awaited(String message, String before, String waits, List<String> after, Object... entered) {
            this.message = message;
            this.before = before;
            this.waits = waits;
            this.after = after;
            this.entered = entered;
        }

        private String content() {
            return this == RECEIPT_CHANGED ? "{\"status\":\"CLOSED\"}" : "{}";
        }
    }

    @Autowired
    private Shipments shipments;

    @Autowired
    private WorkList work;

    @Autowired
    private OutsideFacts facts;

    @ParameterizedTest
    @EnumSource
    void aFactThatComesBeforeAnybodyWaitsPassesTheWaitOverOnce(Awaited fact) {
        Run run = at(fact.before);

        assertThat(report(run, fact, "first")).isEqualTo(Outcome.KEPT);
        assertThat(report(run, fact, "second")).isEqualTo(Outcome.KEPT);
        assertThat(shipments.open(run)).containsExactly(fact.before);
        shipments.does(run, fact.before);

        assertThat(shipments.open(run)).isEqualTo(fact.after);
    }

    @ParameterizedTest
    @EnumSource
    void aFactThatIsWaitedForEndsTheWaitAndItsRepetitionDoesNothing(Awaited fact) {
        Run run = waiting(fact);

        assertThat(report(run, fact, "once")).isEqualTo(Outcome.DELIVERED);
        assertThat(report(run, fact, "once")).isEqualTo(Outcome.REPEATED);
        assertThat(report(run, fact, "from somebody else")).isEqualTo(Outcome.KEPT);

        assertThat(shipments.open(run)).isEqualTo(fact.after);
    }

    @ParameterizedTest
    @EnumSource
    void aPersonRecordsTheFactAndTheReportThatComesLateMovesNothing(Awaited fact) {
        Run run = waiting(fact);

        shipments.does(run, fact.waits, fact.entered);
        assertThat(shipments.open(run)).isEqualTo(fact.after);
        assertThat(facts.latest(fact.message, run.shipment()))
                .as("kept, whichever way it came")
                .isPresent();

        assertThat(report(run, fact, "late")).isEqualTo(Outcome.KEPT);
        assertThat(shipments.open(run)).isEqualTo(fact.after);
    }

    @ParameterizedTest
    @EnumSource
    void thePersonWhoComesAfterTheReportChangesNothing(Awaited fact) {
        Run run = waiting(fact);
        WorkItem task = shipments.task(run, fact.waits);
        String person = shipments.personFor(task);
        shipments.attach(task, person);
        report(run, fact, "first");

        assertThatThrownBy(() -> work.submit(task.taskId(), person, run.forms().of(task, fact.entered)))
                .isInstanceOf(Refusal.class)
                .hasMessage("TASK_DONE");

        assertThat(shipments.open(run)).isEqualTo(fact.after);
    }

    private Run waiting(Awaited fact) {
        Run run = at(fact.before);
        shipments.does(run, fact.before);
        assertThat(shipments.open(run)).containsExactly(fact.waits);
        return run;
    }

    private Run at(String step) {
        Run run = shipments.startAt(step);
        shipments.received(run, 90);
        return run;
    }

    private Outcome report(Run run, Awaited fact, String id) {
        return shipments.report(run, fact.message, run.shipment() + fact.message + id, fact.content());
    }
}
