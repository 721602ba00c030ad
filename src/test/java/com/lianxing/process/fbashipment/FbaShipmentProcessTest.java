package com.lianxing.process.fbashipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.inbound.OutsideFacts;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.fbashipment.Shipments.Run;
import com.lianxing.project.Milestone;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each way through {@code processes/fba-shipment.bpmn}, with the real delegates, facts and ledger. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FbaShipmentProcessTest {

    @Autowired
    private Shipments shipments;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private Projects projects;

    @Autowired
    private OutsideFacts facts;

    @Autowired
    private HistoryService history;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        flows.forget(FbaShipment.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(FbaShipment.KEY, repository);
    }

    @Test
    void peopleRecordEverythingAndTheShipmentIsReceivedInFull() {
        Run run = shipments.start();

        shipments.does(run, "userTask_bookCarrier");
        shipments.decide(run, "APPROVE");
        assertHeld(run, BudgetLine.FREIGHT, "2900.00");
        shipments.does(run, "userTask_fileIsf");
        shipments.does(run, "userTask_recordIsfAcceptance");
        shipments.does(run, "userTask_completeIsf");
        shipments.does(run, "userTask_recordDeparture");
        shipments.does(run, "userTask_fileEntry");
        shipments.does(run, "userTask_recordRelease");
        shipments.does(run, "userTask_fileEntrySummary");
        shipments.decide(run, "APPROVE");
        shipments.does(run, "userTask_payDuty");
        shipments.does(run, "userTask_arrangeDelivery");
        shipments.does(run, "userTask_recordDelivery");
        shipments.received(run, Shipments.UNITS);
        shipments.does(run, "userTask_recordReceipt");
        shipments.does(run, "userTask_reconcileReceipt");

        assertEnded(run, "endEvent_shipmentClosed");
        assertThat(projects.milestones(run.project()))
                .extracting(Milestone::key)
                .containsExactly("DEPARTED", "CUSTOMS_RELEASED", "RECEIVED");
        assertThat(facts.latest(FbaShipment.GOODS_DELIVERED, run.shipment())).isPresent();
    }

    @Test
    void reportsFromOutsideCloseTheTasksThatWaitForThem() {
        Run run = shipments.startAt("userTask_fileIsf");

        shipments.does(run, "userTask_fileIsf");
        shipments.report(run, FbaShipment.ISF_ACCEPTED);
        shipments.does(run, "userTask_completeIsf");
        shipments.report(run, FbaShipment.VESSEL_DEPARTED);
        shipments.does(run, "userTask_fileEntry");
        shipments.report(run, FbaShipment.CUSTOMS_RELEASED);
        assertThat(shipments.open(run)).containsExactly("userTask_fileEntrySummary");

        Run late = shipments.startAt("userTask_arrangeDelivery");
        shipments.does(late, "userTask_arrangeDelivery");
        shipments.report(late, FbaShipment.GOODS_DELIVERED);
        shipments.report(late, FbaShipment.RECEIPT_CHANGED);
        assertThat(shipments.open(late)).containsExactly("userTask_reconcileReceipt");
    }

    @Test
    void whatWasReportedBeforeIsNotAskedForAgain() {
        Run run = shipments.startAt("userTask_fileIsf");
        shipments.report(run, FbaShipment.ISF_ACCEPTED);
        shipments.report(run, FbaShipment.VESSEL_DEPARTED);
        shipments.report(run, FbaShipment.CUSTOMS_RELEASED);

        shipments.does(run, "userTask_fileIsf");
        shipments.does(run, "userTask_completeIsf");
        shipments.does(run, "userTask_fileEntry");
        assertThat(shipments.open(run)).containsExactly("userTask_fileEntrySummary");

        Run late = shipments.startAt("userTask_arrangeDelivery");
        shipments.report(late, FbaShipment.GOODS_DELIVERED);
        shipments.report(late, FbaShipment.RECEIPT_CHANGED);
        shipments.does(late, "userTask_arrangeDelivery");
        assertThat(shipments.open(late)).containsExactly("userTask_reconcileReceipt");
    }

    @Test
    void freightThatIsRejectedIsBookedAgainAndOnlyTheSecondIsHeld() {
        Run run = shipments.start();

        shipments.does(run, "userTask_bookCarrier");
        shipments.decide(run, "REJECT");
        assertHeld(run, BudgetLine.FREIGHT, "0");
        shipments.does(run, "userTask_bookCarrier", "bookingNo", "BK-2", "freightAmount", "2500.00");
        shipments.decide(run, "APPROVE");

        assertHeld(run, BudgetLine.FREIGHT, "2500.00");
        assertThat(shipments.open(run)).containsExactly("userTask_fileIsf");
    }

    @Test
    void dutyAndCustomsFeesAreHeldAndPaidEachOnItsOwnLine() {
        Run run = shipments.startAt("userTask_fileEntrySummary");

        shipments.does(run, "userTask_fileEntrySummary", "duty232Usd", "9.00");
        shipments.decide(run, "REJECT");
        assertHeld(run, BudgetLine.DUTY, "0");
        shipments.does(run, "userTask_fileEntrySummary");
        shipments.decide(run, "APPROVE");
        assertHeld(run, BudgetLine.DUTY, "1701.00");
        assertHeld(run, BudgetLine.CUSTOMS_FEES, "59.40");
        shipments.does(run, "userTask_payDuty", "paidDutyUsd", "1700.00");

        assertPosition(run, BudgetLine.DUTY, "1.00", "1700.00");
        assertPosition(run, BudgetLine.CUSTOMS_FEES, "0", "59.40");
        assertThat(shipments.open(run)).containsExactly("userTask_arrangeDelivery");
    }

    @Test
    void aFreeEntryPaysFeesOnly() {
        Run run = shipments.startAt("userTask_fileEntrySummary");

        shipments.does(run, "userTask_fileEntrySummary", "dutyMfnUsd", "0", "duty301Usd", "0");
        shipments.decide(run, "APPROVE");
        shipments.does(run, "userTask_payDuty", "paidDutyUsd", "0");

        assertPosition(run, BudgetLine.DUTY, "0", "0");
        assertPosition(run, BudgetLine.CUSTOMS_FEES, "0", "59.40");
    }

    @Test
    void whatIsMissingIsClaimedAndThePersonRecordsThePayment() {
        Run run = shipments.startAt("userTask_reconcileReceipt");
        shipments.received(run, 90);

        shipments.does(run, "userTask_reconcileReceipt", "diffReason", "LOST_AT_AMAZON");
        shipments.does(run, "userTask_fileClaim");
        shipments.does(run, "userTask_recordClaimOutcome");

        assertEnded(run, "endEvent_shipmentClosed");
    }

    @Test
    void theOutcomeOfAClaimIsReportedLaterOrKnownBefore() {
        Run reported = shortOf("userTask_fileClaim");
        shipments.does(reported, "userTask_fileClaim");
        shipments.report(reported, FbaShipment.CLAIM_SETTLED);
        assertEnded(reported, "endEvent_shipmentClosed");

        Run before = shortOf("userTask_fileClaim");
        shipments.report(before, FbaShipment.CLAIM_SETTLED);
        shipments.does(before, "userTask_fileClaim");
        assertEnded(before, "endEvent_shipmentClosed");
    }

    private Run shortOf(String element) {
        Run run = shipments.startAt(element);
        shipments.received(run, 90);
        return run;
    }

    private void assertHeld(Run run, BudgetLine line, String held) {
        assertPosition(run, line, held, "0");
    }

    private void assertPosition(Run run, BudgetLine line, String held, String spent) {
        LinePosition position = ledger.position(run.project(), line);
        assertThat(position.held()).isEqualTo(Money.parse(held, "USD"));
        assertThat(position.spent()).isEqualTo(Money.parse(spent, "USD"));
    }

    private void assertEnded(Run run, String endEvent) {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(run.instance())
                        .activityId(endEvent)
                        .count())
                .isEqualTo(1);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(run.instance())
                        .finished()
                        .count())
                .isEqualTo(1);
    }
}
