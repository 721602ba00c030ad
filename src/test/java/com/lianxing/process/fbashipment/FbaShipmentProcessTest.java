package com.lianxing.process.fbashipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.calendar.MovableClock;
import com.lianxing.demo.ShipmentForms;
import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.inbound.ShipmentEnds.Outcome;
import com.lianxing.inbound.ShipmentState;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.LedgerEntry;
import com.lianxing.ledger.LinePosition;
import com.lianxing.ledger.OpenHold;
import com.lianxing.money.Money;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.amazonoperation.ScriptedAmazon;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.worker.OutsideWorker;
import com.lianxing.process.fbashipment.Shipments.Run;
import com.lianxing.project.Milestone;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.Projects;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each way through {@code processes/fba-shipment.bpmn}, with the real delegates, facts and ledger. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FbaShipmentProcessTest {

    private static final String CLOSED = "{\"status\":\"CLOSED\"}";

    @Autowired
    private Shipments shipments;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private Projects projects;

    @Autowired
    private OutsideFacts facts;

    @Autowired
    private ShipmentEnds ends;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ScriptedAmazon amazon;

    @Autowired
    private OutsideWorker worker;

    @Autowired
    private Inbound inbound;

    @Autowired
    private InboundPlans plans;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

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

    @AfterEach
    void disconnect() {
        amazon.disconnect();
        clock.release();
    }

    @Test
    void peopleRecordEverythingAndTheShipmentIsReceivedInFull() {
        Run run = shipments.start();

        shipments.does(run, "userTask_bookCarrier");
        shipments.decide(run, "APPROVE");
        assertHeld(run, BudgetLine.FREIGHT, "2900.00");
        shipments.does(run, "userTask_handOverDocuments");
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
        shipments.report(late, FbaShipment.RECEIPT_CHANGED, CLOSED);
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
        shipments.report(late, FbaShipment.RECEIPT_CHANGED, CLOSED);
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
        assertThat(shipments.open(run)).containsExactly("userTask_handOverDocuments");
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
    void whoMissesTheCutOffRollsToTheNextVesselAndEveryLaterDateMoves() {
        Run run = shipments.start();
        shipments.does(run, "userTask_bookCarrier");
        shipments.decide(run, "APPROVE");

        shipments.fire(run, "timerEvent_documentsCutOff");
        assertThat(shipments.open(run)).containsExactly("userTask_rollToNextVessel");
        shipments.does(
                run,
                "userTask_rollToNextVessel",
                "documentCutoffAt",
                "2030-03-01T12:00",
                "ladingAt",
                "2030-03-04T09:00",
                "arrivalAt",
                "2030-03-20T08:00");

        assertThat(shipments.open(run)).containsExactly("userTask_handOverDocuments");
        // 24 hours before 09:00 in Shanghai (UTC+8), and before 08:00 in Los Angeles in summer time (UTC-7).
        assertDate(run, FbaShipment.ISF_DUE_AT, "2030-03-03T01:00:00Z");
        assertDate(run, FbaShipment.ISF_REMIND_72_AT, "2030-03-01T01:00:00Z");
        assertDate(run, FbaShipment.ISF_COMPLETION_DUE_AT, "2030-03-19T15:00:00Z");
        assertDate(run, FbaShipment.DEPARTURE_CHASE_AT, "2030-03-06T01:00:00Z");
        // The end of the fifteenth day after March 20 in New York (UTC-4).
        assertDate(run, FbaShipment.ENTRY_DUE_AT, "2030-04-05T03:59:00Z");
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(run.instance())
                        .activityId("timerEvent_documentsCutOff")
                        .singleResult()
                        .getDuedate())
                .isEqualTo(Instant.parse("2030-03-01T04:00:00Z"));
        assertThat(facts.latest("project.dateChanged", run.project().value()))
                .get()
                .satisfies(fact -> assertThat(fact.text("shipment")).contains(run.shipment()));
    }

    @Test
    void logisticsIsRemindedOfTheIsfTwiceButOfRemindersDueAtOnceOnlyOnce() {
        Run run = shipments.startAt("userTask_fileIsf");
        Date past = Date.from(clock.now());

        runtime.setVariables(run.instance(), FbaShipment.ISF_REMIND_72_AT.is(past));
        shipments.fire(run, "timerEvent_isfDueIn48");
        assertThat(told(Role.LOGISTICS, run, "ISF_DUE")).hasSize(1);
        runtime.setVariables(run.instance(), FbaShipment.ISF_REMIND_48_AT.is(past));
        shipments.fire(run, "timerEvent_isfDueIn24");
        assertThat(told(Role.LOGISTICS, run, "ISF_DUE")).hasSize(2);

        Run late = shipments.startAt("userTask_fileIsf");
        runtime.setVariables(late.instance(), FbaShipment.ISF_REMIND_72_AT.is(past));
        runtime.setVariables(late.instance(), FbaShipment.ISF_REMIND_48_AT.is(past));
        shipments.fire(late, "timerEvent_isfDueIn48");
        shipments.fire(late, "timerEvent_isfDueIn24");
        assertThat(told(Role.LOGISTICS, late, "ISF_DUE")).hasSize(1);
    }

    @Test
    void anIsfThatIsLateGoesUpAndTheCargoThatIsHeldSailsLater() {
        Run run = shipments.startAt("userTask_fileIsf");

        shipments.fire(run, "timerEvent_isfLate");
        assertThat(told(Role.DEPARTMENT_MANAGER, run, "ISF_LATE")).hasSize(1);
        shipments.does(run, "userTask_holdCargo");
        shipments.does(run, "userTask_rollToNextVessel");

        assertThat(shipments.open(run)).containsExactly("userTask_handOverDocuments");
    }

    @Test
    void cargoThatIsLoadedAlreadyIsFiledLate() {
        Run run = shipments.startAt("userTask_recordIsfAcceptance");

        shipments.fire(run, "timerEvent_isfLate");
        shipments.does(run, "userTask_holdCargo", "cargoState", "LOADED");
        shipments.does(run, "userTask_fileIsfLate");

        assertThat(shipments.open(run)).containsExactly("userTask_completeIsf");
        assertThat(facts.latest(FbaShipment.ISF_ACCEPTED, run.shipment())).isPresent();
    }

    @Test
    void theSecondPartOfTheIsfIsRemindedOfAndThenGoesUp() {
        Run run = shipments.startAt("userTask_completeIsf");

        shipments.fire(run, "timerEvent_completionSoon");
        shipments.fire(run, "timerEvent_completionLate");

        assertThat(told(Role.LOGISTICS, run, "ISF_COMPLETION_DUE")).hasSize(1);
        assertThat(told(Role.PROJECT_MANAGER, run, "ISF_COMPLETION_LATE")).hasSize(1);
        assertThat(shipments.open(run)).containsExactly("userTask_completeIsf");
    }

    @Test
    void aDepartureThatIsLateIsChasedAndGoodsThatWereRolledWaitForTheNextVesselWithTheIsfTheyHave() {
        Run run = shipments.startAt("userTask_recordIsfAcceptance");
        shipments.does(run, "userTask_recordIsfAcceptance");
        shipments.does(run, "userTask_completeIsf");

        shipments.fire(run, "timerEvent_departureOverdue");
        assertThat(told(Role.LOGISTICS, run, "DEPARTURE_OVERDUE")).hasSize(1);
        shipments.does(run, "userTask_recordDeparture", ShipmentForms.ROLLED);
        shipments.does(run, "userTask_rollToNextVessel");

        assertThat(shipments.open(run)).containsExactly("userTask_recordDeparture");
    }

    @Test
    void theEntryIsRemindedOfBeforeArrivalAndGoesUpWhenItIsLate() {
        Run run = shipments.startAt("userTask_fileEntry");

        shipments.fire(run, "timerEvent_arrivalNear");
        shipments.fire(run, "timerEvent_entryLate");

        assertThat(told(Role.LOGISTICS, run, "ENTRY_DUE")).hasSize(1);
        assertThat(told(Role.DEPARTMENT_MANAGER, run, "ENTRY_LATE")).hasSize(1);
    }

    @Test
    void heldGoodsAreExaminedWithTheFeesSetAsideAndReleasedLater() {
        Run run = shipments.startAt("userTask_fileEntry");
        shipments.does(run, "userTask_fileEntry");

        shipments.report(run, FbaShipment.CUSTOMS_HELD);
        shipments.does(run, "userTask_recordExam");
        shipments.decide(run, "REJECT");
        shipments.does(run, "userTask_recordExam", "examFeeUsd", "400.00");
        shipments.decide(run, "APPROVE");
        assertHeld(run, BudgetLine.BROKER, "400.00");
        assertThat(shipments.open(run)).containsExactly("userTask_recordRelease");
        shipments.fire(run, "timerEvent_storageBegins");
        assertThat(told(Role.FINANCE, run, "STORAGE_BEGINS")).hasSize(1);
        shipments.report(run, FbaShipment.CUSTOMS_RELEASED);

        assertThat(shipments.open(run)).containsExactly("userTask_fileEntrySummary");
    }

    @Test
    void goodsReleasedWhileTheExaminationIsApprovedAreNotAskedForAgain() {
        Run run = shipments.startAt("userTask_fileEntry");
        shipments.does(run, "userTask_fileEntry");
        shipments.does(run, "userTask_recordRelease", "customsAnswer", "HELD");
        shipments.does(run, "userTask_recordExam");

        shipments.report(run, FbaShipment.CUSTOMS_RELEASED);
        shipments.decide(run, "APPROVE");

        assertThat(shipments.open(run)).containsExactly("userTask_fileEntrySummary");
    }

    @Test
    void goodsThatCustomsRefusesAreReExported() {
        Run run = shipments.startAt("userTask_recordRelease");

        shipments.report(run, FbaShipment.CUSTOMS_REFUSED);
        shipments.does(run, "userTask_decideOnRefusal");
        shipments.does(run, "userTask_reExport");

        assertEnded(run, "endEvent_refusedByCustoms");
        assertThat(ends.of(run.project())).containsEntry(run.shipment(), Outcome.REFUSED_BY_CBP);
    }

    @Test
    void orDestroyed() {
        Run run = shipments.startAt("userTask_recordRelease");

        shipments.does(run, "userTask_recordRelease", "customsAnswer", "REFUSED");
        shipments.does(run, "userTask_decideOnRefusal", "refusedGoods", "DESTROY");

        assertEnded(run, "endEvent_refusedByCustoms");
    }

    @Test
    void theEntrySummaryIsDueTenFederalWorkingDaysAfterTheEntry() {
        Run run = shipments.startAt("userTask_fileEntry");

        // Friday; the Monday after is Columbus Day, which federal agencies keep.
        shipments.does(run, "userTask_fileEntry", "entryDate", "2026-10-09", "landedOn", "2026-10-09");

        assertDate(run, FbaShipment.SUMMARY_ALERT_AT, "2026-10-22T03:59:00Z");
        assertDate(run, FbaShipment.SUMMARY_ESCALATE_AT, "2026-10-24T03:59:00Z");
        assertDate(run, FbaShipment.ENTRY_SUMMARY_DUE_AT, "2026-10-27T03:59:00Z");
    }

    @Test
    void financeIsAlertedOfTheDutyAndThenItGoesUpWhileTheWorkGoesOn() {
        Run run = shipments.startAt("userTask_fileEntrySummary");

        shipments.fire(run, "timerEvent_summaryDay7");
        shipments.does(run, "userTask_fileEntrySummary");
        shipments.fire(run, "timerEvent_summaryDay9");

        assertThat(told(Role.FINANCE, run, "ENTRY_SUMMARY_DUE")).hasSize(1);
        assertThat(told(Role.DEPARTMENT_MANAGER, run, "ENTRY_SUMMARY_LATE")).hasSize(1);
        assertThat(shipments.open(run)).containsExactly("userTask_decide");
    }

    @Test
    void aMissedDeliveryWindowVoidsTheAppointmentAndAsksForAnotherOne() {
        Run run = shipments.startAt("userTask_arrangeDelivery");
        shipments.does(run, "userTask_arrangeDelivery");

        shipments.fire(run, "timerEvent_splitsDrifting");
        assertThat(told(Role.PROJECT_MANAGER, run, "SPLITS_DRIFTING")).hasSize(1);
        shipments.fire(run, "timerEvent_windowMissed");
        assertThat(told(Role.LOGISTICS, run, "APPOINTMENT_CANCELLED")).hasSize(1);
        shipments.does(
                run, "userTask_arrangeDelivery", "windowChoice", "ACCEPT_FEE", "feeRiskReason", "no dock before");

        assertThat(shipments.open(run)).containsExactly("userTask_recordDelivery");
    }

    @Test
    void aRefusedDeliveryIsMadeAgainOrGivenUp() {
        Run run = shipments.startAt("userTask_arrangeDelivery");
        shipments.does(run, "userTask_arrangeDelivery");

        shipments.does(run, "userTask_recordDelivery", ShipmentForms.REFUSED);
        shipments.does(run, "userTask_decideOnReturn");
        shipments.does(run, "userTask_arrangeDelivery", "windowChoice", "CHANGE_WINDOW", "newWindowTo", "2030-01-31");
        assertDate(run, FbaShipment.DELIVERY_DUE_AT, "2030-02-01T07:59:00Z");
        shipments.does(run, "userTask_recordDelivery", ShipmentForms.REFUSED);
        shipments.does(run, "userTask_decideOnReturn", "refusedDelivery", "GIVE_UP");

        assertEnded(run, "endEvent_refusedByWarehouse");
        assertThat(ends.of(run.project())).containsEntry(run.shipment(), Outcome.REFUSED_BY_FC);
        assertThat(projects.milestones(run.project())).isEmpty();
    }

    @Test
    void whatComesLaterThanAmazonWaitsForAPlanIsARiskThatSomebodyAccepts() {
        Run run = shipments.startAt("userTask_arrangeDelivery");
        plans.enterAmazonsPlan(
                run.project(), "wf-" + run.shipment(), "late", clock.now().minus(Duration.ofDays(80)));

        assertThatThrownBy(() -> shipments.does(run, "userTask_arrangeDelivery"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.FieldError::field)
                                .contains("appointmentAt"));
        shipments.does(
                run, "userTask_arrangeDelivery", "windowChoice", "ACCEPT_FEE", "feeRiskReason", "the port is full");

        assertThat(shipments.open(run)).containsExactly("userTask_recordDelivery");
    }

    @Test
    void afterSevenDaysWithoutReceivingOneCaseIsOpened() {
        Run run = shipments.startAt("userTask_recordReceipt");

        look(run);
        assertThat(shipments.open(run)).containsExactly("userTask_recordReceipt");
        runtime.setVariables(run.instance(), FbaShipment.CASE_DUE_AT.is(Date.from(clock.now())));
        look(run);
        assertThat(shipments.open(run)).containsExactly("userTask_openCase", "userTask_recordReceipt");
        shipments.does(run, "userTask_openCase");
        look(run);

        assertThat(shipments.open(run)).containsExactly("userTask_recordReceipt");
    }

    @Test
    void countingThatHasBegunIsWaitedForAndNeedsNoCase() {
        Run run = shipments.startAt("userTask_recordReceipt");

        shipments.report(run, FbaShipment.RECEIPT_CHANGED, "{\"status\":\"RECEIVING\"}");
        assertThat(shipments.open(run)).containsExactly("userTask_recordReceipt");
        runtime.setVariables(run.instance(), FbaShipment.CASE_DUE_AT.is(Date.from(clock.now())));
        look(run);
        assertThat(shipments.open(run)).containsExactly("userTask_recordReceipt");
        shipments.report(run, FbaShipment.RECEIPT_CHANGED, CLOSED);

        assertThat(shipments.open(run)).containsExactly("userTask_reconcileReceipt");
    }

    @Test
    void amazonIsAskedTwiceADayAndItsCountEndsTheWaitWhateverTheShipmentIsCalled() {
        Run run = shipments.startAt("userTask_recordReceipt");
        amazon.connect();
        counted(run, Shipments.UNITS - 1);
        look(run);
        runtime.setVariables(run.instance(), FbaShipment.CASE_DUE_AT.is(Date.from(clock.now())));
        look(run);
        assertThat(shipments.open(run)).as("it has begun, so no case").containsExactly("userTask_recordReceipt");

        counted(run, Shipments.UNITS);
        look(run);

        assertThat(shipments.open(run)).as("still RECEIVING").containsExactly("userTask_reconcileReceipt");
        assertThat(jobs(run, "timerEvent_watchDue")).as("the wait is over").isEmpty();
        shipments.does(run, "userTask_reconcileReceipt");
        assertEnded(run, "endEvent_shipmentClosed");
    }

    @Test
    void whatAPersonCountsEndsTheWaitTheSameWay() {
        Run run = shipments.startAt("userTask_recordReceipt");
        shipments.received(run, Shipments.UNITS - 1);
        shipments.does(run, "userTask_recordReceipt", "shipmentStatus", "RECEIVING");
        assertThat(shipments.open(run)).containsExactly("userTask_recordReceipt");

        shipments.received(run, Shipments.UNITS);
        shipments.does(run, "userTask_recordReceipt", "shipmentStatus", "RECEIVING");

        assertThat(shipments.open(run)).containsExactly("userTask_reconcileReceipt");
    }

    @Test
    void theWatchNeverCatchesUpOnWhatItMissed() {
        Run run = shipments.startAt("userTask_recordReceipt");

        clock.moveBy(Duration.ofDays(5));
        look(run);

        assertThat(jobs(run, "timerEvent_watchDue"))
                .singleElement()
                .satisfies(next -> assertThat(next.getDuedate().toInstant())
                        .isBetween(clock.now(), clock.now().plus(Duration.ofHours(12))));
    }

    @Test
    void thirtyDaysAfterDeliveryTheReceiptIsReconciledAsItStands() {
        Run run = shipments.startAt("userTask_recordReceipt");

        shipments.fire(run, "timerEvent_reconcileDue");

        assertThat(shipments.open(run)).containsExactly("userTask_reconcileReceipt");
    }

    @Test
    void aShipmentThatAmazonCallsAbandonedEndsSo() {
        Run run = shipments.startAt("userTask_recordReceipt");

        shipments.report(run, FbaShipment.RECEIPT_CHANGED, "{\"status\":\"ABANDONED\"}");

        assertEnded(run, "endEvent_abandoned");
        assertThat(ends.of(run.project())).containsEntry(run.shipment(), Outcome.ABANDONED);
    }

    @Test
    void whatIsMissingIsClaimedAndWhatAmazonPaysLowersTheCost() {
        Run run = shortOf("userTask_reconcileReceipt");

        shipments.does(
                run,
                "userTask_reconcileReceipt",
                "diffReason",
                "LOST_AT_AMAZON",
                "claimWindowAt",
                "2030-05-31T23:59",
                "claimWindowZone",
                "America/Los_Angeles");
        assertDate(run, FbaShipment.CLAIM_WINDOW_END_AT, "2030-06-01T06:59:00Z");
        assertDate(run, FbaShipment.CLAIM_REMIND_3_AT, "2030-05-29T06:59:00Z");
        for (String timer : List.of("timerEvent_claimIn14", "timerEvent_claimIn7", "timerEvent_claimIn3")) {
            shipments.fire(run, timer);
        }
        assertThat(told(Role.OPERATIONS, run, "CLAIM_DUE")).hasSize(1);
        shipments.does(run, "userTask_fileClaim");
        shipments.does(run, "userTask_recordClaimOutcome");

        assertEnded(run, "endEvent_shipmentClosed");
        assertThat(ends.of(run.project())).containsEntry(run.shipment(), Outcome.RECEIVED_WITH_CLAIM);
        assertThat(ledger.credits(run.project())).containsExactly(Map.entry(BudgetLine.LOSS, usd("250.00")));
        assertThat(projects.milestones(run.project()))
                .extracting(Milestone::key)
                .contains("RECEIVED");
    }

    @Test
    void theOutcomeOfAClaimIsReportedLaterOrKnownBefore() {
        Run reported = shortOf("userTask_fileClaim");
        shipments.does(reported, "userTask_fileClaim");
        shipments.report(reported, FbaShipment.CLAIM_SETTLED, "{\"resolvedUsd\":\"99.50\"}");
        assertEnded(reported, "endEvent_shipmentClosed");
        assertThat(ledger.credits(reported.project())).containsExactly(Map.entry(BudgetLine.LOSS, usd("99.50")));

        Run before = shortOf("userTask_fileClaim");
        shipments.report(before, FbaShipment.CLAIM_SETTLED);
        shipments.does(before, "userTask_fileClaim");
        assertEnded(before, "endEvent_shipmentClosed");
        assertThat(ledger.credits(before.project())).isEmpty();
    }

    @Test
    void whenTheClaimWindowClosesFinanceWritesOffOrHasItPursued() {
        Run run = shortOf("userTask_fileClaim");

        shipments.fire(run, "timerEvent_claimWindowOver");
        shipments.does(
                run,
                "userTask_decideOnWriteOff",
                "writeOff",
                "PURSUE",
                "claimWindowAt",
                "2030-07-31T23:59",
                "claimWindowZone",
                "America/Los_Angeles");
        assertDate(run, FbaShipment.CLAIM_WINDOW_END_AT, "2030-08-01T06:59:00Z");
        shipments.fire(run, "timerEvent_claimWindowOver");
        shipments.does(run, "userTask_decideOnWriteOff");

        assertEnded(run, "endEvent_shipmentClosed");
        assertThat(ends.of(run.project())).containsEntry(run.shipment(), Outcome.WRITTEN_OFF);
    }

    @Test
    void aDearerCarrierIsBookedWhenTheDifferenceIsApprovedAndAddedToTheHold() {
        Run run = booked();
        String hold = ledger.openHolds(run.project()).get(0).holdId();

        changeCarrier(run);
        shipments.does(run, "userTask_compareCarriers", "freightAmount", "3500.00");
        assertHeld(run, BudgetLine.FREIGHT, "2900.00");
        shipments.decide(run, "REJECT");
        shipments.does(
                run, "userTask_compareCarriers", "ladingAt", "2030-03-04T09:00", "arrivalAt", "2030-03-20T08:00");
        shipments.decide(run, "APPROVE");

        assertHeld(run, BudgetLine.FREIGHT, "3250.00");
        assertThat(ledger.openHolds(run.project())).extracting(OpenHold::holdId).containsExactly(hold);
        assertThat(ledger.entries(run.project()))
                .filteredOn(entry -> entry.line() == BudgetLine.FREIGHT)
                .extracting(LedgerEntry::type, LedgerEntry::usd)
                .containsExactly(
                        tuple(EntryType.BUDGET_SET, usd("6000.00")),
                        tuple(EntryType.COMMIT, usd("2900.00")),
                        tuple(EntryType.COMMIT_ADJUST, usd("350.00")));
        assertDate(run, FbaShipment.ISF_DUE_AT, "2030-03-03T01:00:00Z");
        assertThat(shipments.open(run)).containsExactly("userTask_handOverDocuments");
    }

    @Test
    void aCheaperCarrierGivesTheDifferenceBackAtOnceAndMovesTheTimersOfTheTaskThatIsOpen() {
        Run run = booked();

        changeCarrier(run);
        shipments.does(
                run,
                "userTask_compareCarriers",
                "freightAmount",
                "2500.00",
                "documentCutoffAt",
                "2030-03-01T12:00",
                "ladingAt",
                "2030-03-04T09:00",
                "arrivalAt",
                "2030-03-20T08:00");

        assertHeld(run, BudgetLine.FREIGHT, "2500.00");
        assertThat(shipments.open(run)).containsExactly("userTask_handOverDocuments");
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(run.instance())
                        .activityId("timerEvent_documentsCutOff")
                        .singleResult()
                        .getDuedate())
                .isEqualTo(Instant.parse("2030-03-01T04:00:00Z"));
        assertThat(shipments.task(run, "userTask_handOverDocuments").dueAt())
                .isEqualTo(Instant.parse("2030-03-01T04:00:00Z"));
    }

    @Test
    void aStepThatStaysUndoneIsEscalatedUntilItIsDone() {
        Run run = shipments.startAt("userTask_decideOnReturn");
        Date longAgo = Date.from(clock.now().minus(Duration.ofDays(3)));
        tasks.setDueDate(shipments.task(run, "userTask_decideOnReturn").taskId(), longAgo);

        shipments.fire(run, "userTask_decideOnReturn");
        assertThat(shipments.open(run)).containsExactly("userTask_decide", "userTask_decideOnReturn");
        shipments.does(run, "userTask_decideOnReturn");

        assertThat(shipments.open(run)).containsExactly("userTask_arrangeDelivery");
    }

    private void changeCarrier(Run run) {
        shipments.report(run, FbaShipment.CARRIER_CHANGED);
        shipments.does(run, "userTask_inviteSuppliers");
        shipments.does(run, "userTask_collectQuotes");
        shipments.does(
                run, "userTask_recommendQuote", "winnerQuoteNo", "Q-1", "singleSourceReason", "no other has space");
    }

    private Run booked() {
        Run run = shipments.start();
        shipments.does(run, "userTask_bookCarrier");
        shipments.decide(run, "APPROVE");
        return run;
    }

    private static Money usd(String dollars) {
        return Money.parse(dollars, "USD");
    }

    private Run shortOf(String element) {
        Run run = shipments.startAt(element);
        shipments.received(run, 90);
        return run;
    }

    private void assertDate(Run run, Var<Date> date, String instant) {
        assertThat(date.find(runtime, run.instance())).contains(Date.from(Instant.parse(instant)));
    }

    private List<String> told(Role role, Run run, String kind) {
        return outbox.to(shipments.person(role), 200).stream()
                .filter(message -> message.kind().equals(kind))
                .filter(message -> message.subjectCode().equals(run.project().value()))
                .map(Notification::textEn)
                .toList();
    }

    private void assertHeld(Run run, BudgetLine line, String held) {
        assertPosition(run, line, held, "0");
    }

    private void assertPosition(Run run, BudgetLine line, String held, String spent) {
        LinePosition position = ledger.position(run.project(), line);
        assertThat(position.held()).isEqualTo(usd(held));
        assertThat(position.spent()).isEqualTo(usd(spent));
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

    /** Half a day is over, and the worker has asked Amazon, if it can be asked. */
    private void look(Run run) {
        shipments.fire(run, "timerEvent_watchDue");
        worker.workAll();
    }

    private void counted(Run run, long received) {
        String id =
                inbound.shipment(run.project(), run.shipment()).orElseThrow().amazonShipmentId();
        amazon.counts(new AmazonReceipt(
                id,
                ShipmentState.RECEIVING,
                List.of(new AmazonReceipt.Line(Shipments.SKU, Shipments.UNITS, received))));
    }

    private List<Job> jobs(Run run, String timer) {
        return management
                .createJobQuery()
                .processInstanceId(run.instance())
                .activityId(timer)
                .list();
    }
}
