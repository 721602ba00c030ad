package com.lianxing.process.fbashipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.inbound.AmazonFailure.Kind;
import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.AmazonReceipt.Line;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.ShipmentState;
import com.lianxing.process.amazonoperation.ScriptedAmazon;
import com.lianxing.process.engine.worker.OutsideResult;
import com.lianxing.process.engine.worker.OutsideTask;
import com.lianxing.project.OutsideFacts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of Amazon's count of a shipment. */
@LianxingTest
class ReadReceiptTest {

    @Autowired
    private ReadReceipt readReceipt;

    @Autowired
    private ScriptedAmazon amazon;

    @Autowired
    private Shipments shipments;

    @Autowired
    private Inbound inbound;

    @Autowired
    private OutsideFacts facts;

    private Shipments.Run run;

    @BeforeEach
    void ship() {
        amazon.connect();
        run = shipments.start();
    }

    @AfterEach
    void disconnect() {
        amazon.disconnect();
    }

    @Test
    void aShipmentThatIsOnlyCheckedInIsNoFactYet() {
        counted(ShipmentState.CHECKED_IN, Shipments.UNITS);
        assertThat(read()).isEqualTo(OutsideResult.done());
        assertThat(reported()).isEmpty();
    }

    @Test
    void whileNoUnitMayBeMissingEveryUnitMustBeCounted() {
        counted(ShipmentState.RECEIVING, Shipments.UNITS - 1);
        assertThat(read()).as("it has begun").isEqualTo(new OutsideResult.Done(Map.of("receiptState", "RECEIVING")));
        assertThat(reported()).isEmpty();
        assertThat(received()).isZero();
        counted(ShipmentState.RECEIVING, Shipments.UNITS);
        read();
        read();
        assertThat(reported()).hasValueSatisfying(fact -> {
            assertThat(fact.content()).contains("\"COMPLETE\"", "RECEIVING");
            assertThat(fact.reportedBy()).isEqualTo("amazon");
        });
        assertThat(received()).isEqualTo(Shipments.UNITS);
    }

    @Test
    void aShipmentThatAmazonClosedShortSaysHowMuchCame() {
        counted(ShipmentState.CLOSED, 97);
        read();
        assertThat(reported())
                .hasValueSatisfying(fact -> assertThat(fact.content()).contains("\"SHORT\"", "97"));
        assertThat(received()).isEqualTo(97);
    }

    @Test
    void aShipmentThatAmazonCallsAbandonedIsReported() {
        counted(ShipmentState.ABANDONED, 0);
        read();
        assertThat(reported())
                .hasValueSatisfying(fact -> assertThat(fact.content()).contains("ABANDONED"));
    }

    @Test
    void withoutAnAccountAPersonRecordsTheReceipt() {
        amazon.disconnect();
        assertThat(read()).isEqualTo(OutsideResult.done());
        assertThat(reported()).isEmpty();
    }

    @Test
    void aLookThatFailsLeavesNothingBehindSinceTheNextOneComesByItself() {
        amazon.fails(Kind.UNREACHABLE, "no answer", Duration.ZERO);
        assertThat(read()).isEqualTo(OutsideResult.done());
        amazon.fails(Kind.BUSY, "too many", Duration.ofSeconds(5));
        assertThat(read()).isEqualTo(new OutsideResult.Later(Duration.ofSeconds(5)));
    }

    private void counted(ShipmentState state, long received) {
        amazon.counts(new AmazonReceipt(
                amazonId(), state, java.util.List.of(new Line(Shipments.SKU, Shipments.UNITS, received))));
    }

    private String amazonId() {
        return inbound.shipment(run.project(), run.shipment()).orElseThrow().amazonShipmentId();
    }

    private OutsideResult read() {
        return readReceipt.perform(new OutsideTask(
                "task",
                run.instance(),
                "serviceTask_readReceipt",
                run.project().value(),
                Map.of("shipmentId", run.shipment())));
    }

    private Optional<OutsideFacts.Fact> reported() {
        return facts.latest(FbaShipment.RECEIPT_CHANGED, run.shipment());
    }

    private long received() {
        return inbound.reconcile(inbound.shipment(run.project(), run.shipment()).orElseThrow()).stream()
                .mapToLong(Inbound.Reconciliation::received)
                .sum();
    }
}
