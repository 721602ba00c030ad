package com.lianxing.process.fbashipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.audit.AuditTrail;
import com.lianxing.demo.ShipmentForms;
import com.lianxing.process.engine.Var;
import com.lianxing.process.fbashipment.Shipments.Run;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever moves a date of a shipment moves what is due and what will fire, and old and new stand in the trail. */
@LianxingTest
class MovedDatesTest {

    private static final Object[] NEXT_VESSEL = {
        "documentCutoffAt", "2030-03-01T12:00", "ladingAt", "2030-03-04T09:00", "arrivalAt", "2030-03-20T08:00"
    };

    @Autowired
    private Shipments shipments;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private AuditTrail audit;

    @Test
    void aVesselThatRolledMovesWhenItsDepartureIsChased() {
        Run run = shipments.startAt("userTask_recordIsfAcceptance");
        shipments.does(run, "userTask_recordIsfAcceptance");
        shipments.does(run, "userTask_completeIsf");
        Instant before = read(run, FbaShipment.DEPARTURE_CHASE_AT);

        shipments.does(run, "userTask_recordDeparture", ShipmentForms.ROLLED);
        shipments.does(run, "userTask_rollToNextVessel", NEXT_VESSEL);

        // Two days after the new lading, 09:00 in Shanghai.
        assertMoved(
                run,
                FbaShipment.DEPARTURE_CHASE_AT,
                before,
                Instant.parse("2030-03-06T01:00:00Z"),
                "userTask_recordDeparture",
                "timerEvent_departureOverdue");
    }

    @Test
    void anotherCarrierMovesTheCutOffOfTheDocumentsThatAreBeingHandedOver() {
        Run run = shipments.start();
        shipments.does(run, "userTask_bookCarrier");
        shipments.decide(run, "APPROVE");
        Instant before = read(run, FbaShipment.DOCUMENTS_DUE_AT);

        shipments.report(run, FbaShipment.CARRIER_CHANGED);
        shipments.does(run, "userTask_inviteSuppliers");
        shipments.does(run, "userTask_collectQuotes");
        shipments.does(
                run, "userTask_recommendQuote", "winnerQuoteNo", "Q-1", "singleSourceReason", "no other has space");
        shipments.does(run, "userTask_compareCarriers", values("freightAmount", "2500.00"));

        assertMoved(
                run,
                FbaShipment.DOCUMENTS_DUE_AT,
                before,
                Instant.parse("2030-03-01T04:00:00Z"),
                "userTask_handOverDocuments",
                "timerEvent_documentsCutOff");
    }

    @Test
    void anotherDeliveryWindowMovesWhenTheDeliveryIsDue() {
        Run run = shipments.startAt("userTask_arrangeDelivery");
        Instant before = read(run, FbaShipment.DELIVERY_DUE_AT);

        shipments.does(run, "userTask_arrangeDelivery", "windowChoice", "CHANGE_WINDOW", "newWindowTo", "2030-01-31");

        // The end of the day in Los Angeles.
        assertMoved(
                run,
                FbaShipment.DELIVERY_DUE_AT,
                before,
                Instant.parse("2030-02-01T07:59:00Z"),
                "userTask_recordDelivery",
                "timerEvent_windowMissed");
    }

    private static Object[] values(Object... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(NEXT_VESSEL)).toArray();
    }

    private void assertMoved(Run run, Var<Date> date, Instant before, Instant after, String task, String timer) {
        assertThat(read(run, date)).isEqualTo(after);
        assertThat(shipments.task(run, task).dueAt()).isEqualTo(after);
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(run.instance())
                        .activityId(timer)
                        .singleResult()
                        .getDuedate())
                .isEqualTo(after);
        assertThat(audit.entries("project", run.project().value(), 0, 500))
                .filteredOn(entry -> entry.action().equals("deadline.moved"))
                .filteredOn(entry -> entry.content().contains("\"" + date.name() + "\""))
                .last()
                .satisfies(entry -> assertThat(entry.content()).contains("\"" + before + "\"", "\"" + after + "\""));
    }

    private Instant read(Run run, Var<Date> date) {
        return date.find(runtime, run.instance()).orElseThrow().toInstant();
    }
}
