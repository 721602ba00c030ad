package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.Outcome;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.demo.InboundProjects;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.LedgerEntry;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.Messages;
import com.lianxing.process.amazonoperation.ScriptedAmazon;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.worker.OutsideWorker;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.Milestone;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.reference.EntryResult;
import com.lianxing.reference.NewReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One test for each way through {@code processes/fba-inbound.bpmn}, with the real delegates, approvals and ledger. Each
 * begins at the phase it is about; {@code FbaInboundStoryTest} runs one project from end to end.
 */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FbaInboundProcessTest {

    @Autowired
    private InboundProjects company;

    @Autowired
    private Messages messages;

    @Autowired
    private ScriptedAmazon amazon;

    @Autowired
    private OutsideWorker worker;

    @Autowired
    private InboundPlans plans;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ShipmentEnds ends;

    @Autowired
    private TariffWatch tariffs;

    @Autowired
    private ReferenceValues references;

    @Autowired
    private Inbound inbound;

    @Autowired
    private Clock clock;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Projects projects;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private ApprovalRequests requests;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(FbaInbound.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(FbaInbound.KEY, repository);
    }

    // 1 Plan and budget

    @AfterEach
    void releaseTheClock() {
        amazon.disconnect();
        company.releaseTheClock();
    }

    @Test
    void aStepThatIsLateIsEscalatedUntilItIsDone() {
        ProjectCode project = company.startedAt("userTask_reworkGoods");

        company.letBecomeLate(project, "userTask_reworkGoods");
        assertThat(company.isEscalated(project)).isTrue();
        company.does(project, "userTask_reworkGoods");

        assertThat(company.isEscalated(project)).isFalse();
        assertThat(company.open(project)).containsExactly("userTask_deliver");
    }

    @Test
    void aProjectIsPlannedCheckedComparedAndApproved() {
        ProjectCode project = company.started();
        assertThat(company.open(project)).containsExactly("userTask_planQuantities");

        company.does(project, "userTask_planQuantities");
        for (int sku = 0; sku < 3; sku++) {
            company.does(project, "userTask_checkCompliance");
        }
        company.does(project, "userTask_planFreight");
        company.does(project, "userTask_inviteSuppliers");
        company.does(project, "userTask_collectQuotes");
        company.does(project, "userTask_recommendQuote");
        company.does(project, "userTask_planBudget");
        assertStatus(project, ProjectStatus.BUDGET_PENDING);
        company.decide(project, "APPROVE");

        assertStatus(project, ProjectStatus.ACTIVE);
        assertThat(projects.milestones(project)).extracting(Milestone::key).containsExactly("PLAN_APPROVED");
        assertThat(ledger.budgetVersion(project)).isEqualTo(1);
        assertThat(company.open(project)).containsExactly("userTask_placeOrder");
    }

    @Test
    void aPlanBeyondAmazonsCapacityIsGrantedMoreRoomOrPlannedAgain() {
        ProjectCode project = company.startedAt("userTask_planQuantities");

        company.does(project, "userTask_planQuantities", "capacityCuFt", "5.00");
        company.does(project, "userTask_requestCapacity", "capacityAnswer", "REFUSED");
        assertThat(company.open(project)).containsExactly("userTask_planQuantities");
        company.does(project, "userTask_planQuantities", "capacityCuFt", "5.00");
        company.does(project, "userTask_requestCapacity", "capacityAnswer", "GRANTED", "grantedCuFt", "8.00");

        assertThat(company.open(project)).containsExactly("userTask_checkCompliance");
    }

    @Test
    void grantedCapacityThatThePlanDoesNotFitIntoIsRefused() {
        ProjectCode project = company.startedAt("userTask_requestCapacity");

        assertThatThrownBy(() -> company.does(project, "userTask_requestCapacity", "grantedCuFt", "7.00"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.FieldError::field)
                                .containsExactly("grantedCuFt"));
    }

    @Test
    void aClearanceThatIsLateIsTheManagersDecisionWhoMayWaitOn() {
        ProjectCode project = checking(1);
        company.does(project, "userTask_checkCompliance", "complianceResult", "NEEDS_CLEARANCE");

        company.fire(project, "timerEvent_clearanceLate");
        assertThat(company.open(project)).containsExactly("userTask_decideOnSku");
        company.does(project, "userTask_decideOnSku", "skuDecision", "WAIT");
        assertThat(company.open(project)).containsExactly("userTask_recordClearance");
        assertThat(reportCleared(project, 0)).isEqualTo(Messages.Outcome.DELIVERED);

        assertThat(company.open(project)).containsExactly("userTask_planFreight");
    }

    @Test
    void aSkuThatCannotBeClearedMayBeDroppedButNotTheLastOne() {
        ProjectCode project = checking(2);
        String second = company.skus(project).get(1);
        company.does(project, "userTask_checkCompliance", "complianceResult", "CANNOT_BE_CLEARED");
        company.does(project, "userTask_decideOnSku", "skuDecision", "DROP");
        assertThat(company.skus(project)).hasSize(1);

        company.does(project, "userTask_checkCompliance", "complianceResult", "CANNOT_BE_CLEARED");
        assertThatThrownBy(() -> company.does(project, "userTask_decideOnSku", "skuDecision", "DROP"))
                .isInstanceOf(Refusal.class);

        assertThat(company.skus(project))
                .isSubsetOf(second, company.skus(project).get(0));
        assertThat(company.open(project)).containsExactly("userTask_decideOnSku");
    }

    @Test
    void aProjectThatCannotBeClearedEndsAsBlocked() {
        ProjectCode project = checking(2);
        company.does(project, "userTask_checkCompliance", "complianceResult", "CANNOT_BE_CLEARED");

        company.does(project, "userTask_decideOnSku", "skuDecision", "STOP");

        assertEnded(project, "endEvent_blockedCompliance", ProjectStatus.CLOSED_FAILED);
        assertThat(ledger.entries(project)).isEmpty();
    }

    @Test
    void aSkuThatIsNotClearedWaitsUntilAPersonRecordsItsClearance() {
        ProjectCode project = checking(1);

        company.does(project, "userTask_checkCompliance", "complianceResult", "NEEDS_CLEARANCE");
        assertThat(company.open(project)).containsExactly("userTask_recordClearance");
        assertSku(project, 0, ComplianceState.NOT_CLEARED);
        company.does(project, "userTask_recordClearance");

        assertSku(project, 0, ComplianceState.CLEARED);
        assertThat(company.open(project)).containsExactly("userTask_planFreight");
    }

    @Test
    void aReportedClearanceEndsTheWaitOfItsOwnSkuOnly() {
        ProjectCode project = checking(2);
        company.does(project, "userTask_checkCompliance", "complianceResult", "NEEDS_CLEARANCE");
        company.does(project, "userTask_checkCompliance", "complianceResult", "NEEDS_CLEARANCE");

        assertThat(reportCleared(project, 1)).isEqualTo(Messages.Outcome.DELIVERED);

        assertSku(project, 0, ComplianceState.NOT_CLEARED);
        assertSku(project, 1, ComplianceState.CLEARED);
        assertThat(company.open(project)).containsExactly("userTask_recordClearance");
        reportCleared(project, 0);
        assertThat(company.open(project)).containsExactly("userTask_planFreight");
    }

    @Test
    void aClearanceReportedBeforeAnybodyWaitsIsFound() {
        ProjectCode project = checking(1);
        assertThat(reportCleared(project, 0)).isEqualTo(Messages.Outcome.KEPT);

        company.does(project, "userTask_checkCompliance", "complianceResult", "NEEDS_CLEARANCE");

        assertSku(project, 0, ComplianceState.CLEARED);
        assertThat(company.open(project)).containsExactly("userTask_planFreight");
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, NOT_HAZMAT, 80.00, AIR_AND_OCEAN",
        "NONE, NOT_HAZMAT, 1.00, INFEASIBLE",
        "CONTAINED, ACCEPTED, 80.00, AIR_AND_OCEAN",
        "CONTAINED, NOT_BY_AIR, 80.00, INFEASIBLE",
        "STANDALONE, ACCEPTED, 80.00, INFEASIBLE"
    })
    void aPartFliesOnlyIfItMayAndIfItPays(String battery, String hazmat, String margin, String mode) {
        ProjectCode project = checking(1);
        company.save(project, "items", List.of(item(project, margin)));
        Deadline target = projects.require(project).target();
        LocalDateTime soon = LocalDateTime.ofInstant(clock.now(), target.zone()).plusDays(20);
        projects.moveTarget(project, new Deadline(soon, target.zone(), target.kind()), "sooner than the sea");

        company.does(
                project,
                "userTask_checkCompliance",
                "battery",
                battery,
                "hazmatStatus",
                hazmat,
                "unNo",
                battery.equals("NONE") ? null : "UN3481");

        assertThat(runtime.getVariable(company.instance(project), "recommendedMode"))
                .isEqualTo(mode);
    }

    @Test
    void aReturnedBudgetGoesBackToTheQuantities() {
        ProjectCode project = budgeting();

        company.decide(project, "RETURN");

        assertThat(company.open(project)).containsExactly("userTask_planQuantities");
        assertThat(ledger.entries(project)).isEmpty();
    }

    @Test
    void aRejectedBudgetEndsTheProject() {
        ProjectCode project = budgeting();

        company.decide(project, "REJECT");

        assertEnded(project, "endEvent_budgetRejected", ProjectStatus.REJECTED);
        assertThat(ledger.entries(project)).isEmpty();
    }

    @Test
    void aBudgetThatNobodyDecidesInTimeEndsTheProjectToo() {
        ProjectCode project = budgeting();

        company.fire(project, "timerEvent_needByReached");

        assertEnded(project, "endEvent_budgetRejected", ProjectStatus.REJECTED);
        assertThat(onlyRequest(project).outcome()).isEqualTo(Outcome.EXPIRED);
    }

    // 2 Order, inspect, prepare

    @Test
    void anOrderIsHeldPaidInspectedAndPrepared() {
        ProjectCode project = ordering();
        company.decide(project, "APPROVE");
        assertHeld(project, "900.00");

        company.does(project, "userTask_payDeposit", paid("270.00", "PI"));
        assertHeld(project, "630.00");
        company.does(project, "userTask_confirmGoodsReady");
        report(project, "REJECT");
        report(project, "ACCEPT");
        company.does(project, "userTask_recordInspection");
        company.does(project, "userTask_payBalance", paid("630.00", "CI"));
        company.save(project, "labels", labels(project));
        assertThat(company.open(project)).containsExactly("userTask_labelGoods", "userTask_labelGoods");
        company.does(project, "userTask_labelGoods");
        company.does(project, "userTask_labelGoods");

        assertHeld(project, "0.00");
        assertThat(ledger.total(project).spent()).isEqualTo(usd("900.00"));
        assertThat(projects.milestones(project)).extracting(Milestone::key).containsExactly("GOODS_READY");
        assertThat(company.open(project)).containsExactly("userTask_createInboundPlan");
    }

    @Test
    void theSupplierIsAskedEveryWeekAndBeforeTheGoodsAreDueOnceADay() {
        ProjectCode project = producing();

        company.fire(project, "timerEvent_weekPassed");
        company.fire(project, "timerEvent_readyInAWeek");
        company.fire(project, "timerEvent_readyInThreeDays");

        assertThat(told("purchasing", project)).containsExactly("SUPPLIER_REMINDER");
        company.fire(project, "timerEvent_weekPassed");
        assertThat(company.open(project)).containsExactly("userTask_confirmGoodsReady");
    }

    @Test
    void lateGoodsAreToldToTheManagerAndAfterAWeekPlannedAnew() {
        ProjectCode project = producing();

        company.fire(project, "timerEvent_supplierLate");
        assertThat(told("pm", project)).contains("SUPPLIER_LATE");
        company.fire(project, "timerEvent_supplierVeryLate");
        assertThat(company.open(project)).containsExactly("userTask_replanLateGoods");
        company.does(project, "userTask_replanLateGoods");

        assertThat(company.open(project)).containsExactly("userTask_confirmGoodsReady");
        Instant newDate = company.task(project, "userTask_confirmGoodsReady").dueAt();
        assertThat(newDate).isBefore(clock.now().plus(Duration.ofDays(12)));
    }

    @Test
    void fasterTransportForLateGoodsIsHeldOnTheFreightOnceItIsApproved() {
        ProjectCode project = producing();
        company.fire(project, "timerEvent_supplierVeryLate");

        company.does(
                project,
                "userTask_replanLateGoods",
                "replanChoice",
                "FASTER_TRANSPORT",
                "upgradeUsd",
                "250.00",
                "approvalNeededAt",
                inUtc(3),
                "approvalNeededZone",
                "Etc/UTC");
        company.decide(project, "APPROVE");

        assertThat(ledger.position(project, BudgetLine.FREIGHT).held()).isEqualTo(usd("250.00"));
        assertThat(company.open(project)).containsExactly("userTask_confirmGoodsReady");
    }

    @Test
    void goodsThatFailTwiceAreTheDepartmentManagersDecision() {
        ProjectCode project = company.startedAt("userTask_recordInspection", line(BudgetLine.PRODUCT, "1000.00"));
        company.does(project, "userTask_recordInspection", "inspectionResult", "FAIL");
        company.does(project, "userTask_reworkGoods");
        report(project, "ACCEPT");

        company.does(project, "userTask_recordInspection", "inspectionResult", "FAIL");
        assertThat(company.open(project)).containsExactly("userTask_decideOnFailedGoods");
        company.does(project, "userTask_decideOnFailedGoods");

        assertThat(company.open(project)).containsExactly("userTask_reworkGoods");
    }

    @Test
    void goodsThatFailTheInspectionAreReworkedAndInspectedAgain() {
        ProjectCode project = company.startedAt("userTask_recordInspection", line(BudgetLine.PRODUCT, "1000.00"));

        company.does(project, "userTask_recordInspection", "inspectionResult", "FAIL", "criticalDefects", 1);
        assertThat(company.open(project)).containsExactly("userTask_reworkGoods");
        company.does(project, "userTask_reworkGoods");
        report(project, "ACCEPT");
        company.does(project, "userTask_recordInspection");

        assertThat(company.open(project)).containsExactly("userTask_payBalance");
    }

    @Test
    void aReturnedOrderIsPlacedAgainAndARejectedOneOnlyAfterTheManagerSaidHow() {
        ProjectCode project = ordering();

        company.decide(project, "RETURN");
        assertThat(company.open(project)).containsExactly("userTask_placeOrder");
        order(project);
        company.decide(project, "REJECT");
        assertThat(company.open(project)).containsExactly("userTask_reviseAfterRejection");
        company.does(project, "userTask_reviseAfterRejection");

        assertThat(company.open(project)).containsExactly("userTask_placeOrder");
        assertHeld(project, "0.00");
    }

    // 3 Inbound plan

    @Test
    void aPlacementFeeIsHeldBeforeThePlanIsConfirmedForTwoShipments() {
        ProjectCode project = placing();

        choosePlacement(project, "120.00", 2);
        company.decide(project, "APPROVE");
        assertHeld(project, "120.00");
        confirm(project, 2);

        assertThat(inbound.shipments(project)).hasSize(2);
        assertThat(projects.milestones(project)).extracting(Milestone::key).containsExactly("INBOUND_PLAN_CONFIRMED");
        assertThat(company.open(project)).containsExactly("userTask_bookCarrier", "userTask_bookCarrier");
    }

    @Test
    void aPlacementFeeThatIsNotApprovedLeadsToAnotherChoiceAndAFreeOneNeedsNoApproval() {
        ProjectCode project = placing();

        choosePlacement(project, "120.00", 1);
        company.decide(project, "REJECT");
        assertThat(company.open(project)).containsExactly("userTask_choosePlacement");
        choosePlacement(project, "0.00", 1);
        assertThat(company.open(project)).containsExactly("userTask_confirmInboundPlan");
        confirm(project, 1);

        assertHeld(project, "0.00");
        assertThat(company.open(project)).containsExactly("userTask_bookCarrier");
    }

    @Test
    void aDeliveryWindowAfterTheTargetDateIsToldToTheManager() {
        ProjectCode project = company.startedAt("userTask_confirmInboundPlan");
        company.save(project, "shipments", splits(project, 1));
        String last = projects.require(project)
                .target()
                .local()
                .toLocalDate()
                .plusDays(1)
                .toString();

        company.does(project, "userTask_confirmInboundPlan", "windowTo", last);

        assertThat(told("pm", project)).containsExactly("DATE_AT_RISK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timerEvent_optionExpiredUndecided", "timerEvent_optionExpired"})
    void anOptionThatExpiresIsDroppedAndNewOnesAreCompared(String timer) {
        ProjectCode project = placing();
        choosePlacement(project, "120.00", 1);
        if (timer.equals("timerEvent_optionExpired")) {
            company.decide(project, "APPROVE");
            assertHeld(project, "120.00");
        }

        company.fire(project, timer);

        assertThat(company.open(project)).containsExactly("userTask_choosePlacement");
        assertHeld(project, "0.00");
        assertThat(onlyRequest(project).outcome()).isNotNull();
    }

    @Test
    void aConnectedAmazonMakesThePlanAndPeopleOnlyDescribeAndChoose() {
        connect();
        ProjectCode project = company.startedAt("subProcess_planAtAmazon", line(BudgetLine.PLACEMENT, "200.00"));
        worker.workAll();
        assertThat(company.open(project)).containsExactly("userTask_describeBoxes");
        assertThat(plans.latest(project)).isPresent();

        describeBoxes(project);
        worker.workAll();
        assertThat(company.open(project)).containsExactly("userTask_choosePlacement");
        chooseOffer(project, "pl-2");
        assertThat(onlyRequest(project).original()).as("as Amazon offered it").isEqualTo(usd("100.00"));
        company.decide(project, "APPROVE");
        worker.workAll();
        assertThat(company.open(project)).containsExactly("userTask_chooseDelivery");
        company.does(project, "userTask_chooseDelivery");
        worker.workAll();

        assertThat(company.open(project)).containsExactly("userTask_bookCarrier", "userTask_bookCarrier");
        assertThat(inbound.shipments(project))
                .extracting(Inbound.Shipment::units)
                .containsExactly(60L, 40L);
        assertThat(asked())
                .containsExactly(
                        "createPlan",
                        "offerPacking",
                        "confirmPacking",
                        "describeBoxes",
                        "offerPlacements",
                        "confirmPlacement",
                        "offerTransport",
                        "offerDeliveryWindows",
                        "offerDeliveryWindows",
                        "confirmDeliveryWindow",
                        "confirmDeliveryWindow",
                        "confirmTransport");
        assertHeld(project, "100.00");
    }

    @Test
    void whatAmazonRefusesAPersonDoesByHandAndTheRestIsAskedAgain() {
        connect();
        amazon.fails(AmazonFailure.Kind.REFUSED, "no", Duration.ZERO);
        ProjectCode project = company.startedAt("subProcess_planAtAmazon", line(BudgetLine.PLACEMENT, "200.00"));
        worker.workAll();
        assertThat(company.open(project)).containsExactly("userTask_handleProblem");

        company.does(project, "userTask_handleProblem", "problemChoice", "BY_HAND");

        assertThat(company.open(project)).containsExactly("userTask_createInboundPlan");
    }

    @Test
    void windowsThatAreLeftToAPersonAreTakenInSellerCentral() {
        ProjectCode project = placedByAmazon();
        amazon.disconnectsAfter("confirmPlacement");
        company.decide(project, "APPROVE");
        worker.workAll();
        assertThat(company.open(project)).containsExactly("userTask_chooseDelivery");

        company.does(project, "userTask_chooseDelivery");

        assertThat(company.open(project)).containsExactly("userTask_bookCarrier", "userTask_bookCarrier");
        assertThat(asked()).doesNotContain("offerTransport");
    }

    @Test
    void windowsThatRunOutAreAskedForAgain() {
        ProjectCode project = placedByAmazon();
        company.decide(project, "APPROVE");
        worker.workAll();

        company.fire(project, "timerEvent_windowsExpired");
        worker.workAll();

        assertThat(asked().stream().filter("offerDeliveryWindows"::equals)).hasSize(4);
        assertThat(company.open(project)).containsExactly("userTask_chooseDelivery");
    }

    @Test
    void daysInWhichAmazonHasNoWindowAreRefused() {
        ProjectCode project = placedByAmazon();
        company.decide(project, "APPROVE");
        worker.workAll();
        String from = clock.today(ZoneOffset.UTC).plusDays(1).toString();
        String to = clock.today(ZoneOffset.UTC).plusDays(20).toString();

        assertThatThrownBy(() -> company.does(project, "userTask_chooseDelivery", "windowFrom", from, "windowTo", to))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.FieldError::field)
                                .containsExactly("windowFrom"));
    }

    @Test
    void anOfferOfAmazonsIsTakenByItsIdAndNothingElseIsBelieved() {
        connect();
        ProjectCode project = company.startedAt("subProcess_planAtAmazon", line(BudgetLine.PLACEMENT, "200.00"));
        worker.workAll();
        describeBoxes(project);
        worker.workAll();

        assertThatThrownBy(() -> company.does(
                        project, "userTask_choosePlacement", "optionId", "pl-2", "feeUsd", "1.00", "splits", 7))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.FieldError::field)
                                .containsExactlyInAnyOrder("feeUsd", "splits"));
        assertThatThrownBy(() -> company.does(
                        project, "userTask_choosePlacement", "optionId", "elsewhere", "feeUsd", null, "splits", 1))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.FieldError::field)
                                .containsExactlyInAnyOrder("optionId", "feeUsd", "expiresAt"));
    }

    // 4 Ship and settle

    @Test
    void aFreightQuoteThatExpiredMeanwhileIsComparedAgainBeforeAnythingIsBooked() {
        ProjectCode project = company.startedAt("userTask_confirmInboundPlan", line(BudgetLine.FREIGHT, "900.00"));
        company.chooseQuote(project, clock.today(ZoneOffset.UTC).minusDays(2));

        confirm(project, 1);
        assertThat(company.open(project)).containsExactly("userTask_inviteSuppliers");
        company.does(project, "userTask_inviteSuppliers");
        company.does(project, "userTask_collectQuotes");
        company.does(project, "userTask_recommendQuote");

        assertThat(company.open(project)).containsExactly("userTask_bookCarrier");
    }

    @Test
    void whatArrivedInFullIsSettledAndClosedWithoutAClaim() {
        ProjectCode project = shipping(2);

        company.fire(project, "timerEvent_arrivalNear");
        company.endShipments(project);
        settle(project);

        assertEnded(project, "endEvent_stocked", ProjectStatus.CLOSED_SUCCESS);
        assertBooksClosed(project, "75.00");
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED_WITH_CLAIM, endEvent_stockedWithClaim, CLOSED_SUCCESS",
        "WRITTEN_OFF, endEvent_stockedWithClaim, CLOSED_SUCCESS",
        "REFUSED_BY_CBP, endEvent_refusedByCustoms, CLOSED_FAILED",
        "REFUSED_BY_FC, endEvent_refusedByFc, CLOSED_FAILED",
        "ABANDONED, endEvent_abandoned, CLOSED_FAILED"
    })
    void whatBecameOfTheOnlyShipmentIsTheEndOfTheProject(
            ShipmentEnds.Outcome outcome, String end, ProjectStatus status) {
        ProjectCode project = shipping(1);
        ends.end(inbound.shipments(project).get(0).id(), outcome);

        company.endShipments(project);
        settle(project);

        assertEnded(project, end, status);
        assertBooksClosed(project, "75.00");
    }

    @Test
    void aPartThatWasRefusedWhileTheRestArrivedIsNoFailure() {
        ProjectCode project = shipping(2);
        ends.end(inbound.shipments(project).get(1).id(), ShipmentEnds.Outcome.REFUSED_BY_CBP);

        company.endShipments(project);
        settle(project);

        assertEnded(project, "endEvent_stockedWithClaim", ProjectStatus.CLOSED_SUCCESS);
    }

    @Test
    void costsWithoutInvoicesForNinetyDaysAreToBeReviewed() {
        ProjectCode project = company.startedAt("userTask_settleInvoices");

        company.fire(project, "timerEvent_accrualOld");

        assertThat(told("finance", project)).containsExactly("ACCRUAL_REVIEW");
        assertThat(company.open(project)).containsExactly("userTask_settleInvoices");
    }

    // Change the date

    @Test
    void anotherTargetDateMovesWhatDerivesFromItAndTellsTheTeam() {
        ProjectCode project = checking(1);
        company.does(project, "userTask_checkCompliance", "complianceResult", "NEEDS_CLEARANCE");
        assertThat(company.due(project, "timerEvent_clearanceLate")).isEqualTo(tenDaysBeforeTarget(project));
        Deadline before = projects.require(project).target();

        request(project, ProjectProcess.DATE_CHANGED);
        company.does(
                project,
                "userTask_changeDate",
                "newTargetAt",
                before.local().plusDays(30).toString());

        assertThat(projects.require(project).target().local())
                .isEqualTo(before.local().plusDays(30));
        assertThat(company.due(project, "timerEvent_clearanceLate")).isEqualTo(tenDaysBeforeTarget(project));
        assertThat(told("logistics", project)).containsExactly("DATE_CHANGED");
        assertThat(told("pm", project)).isEmpty();
        assertThat(company.open(project)).containsExactly("userTask_recordClearance");
    }

    @Test
    void aDateThatTheChosenTransportCannotReachIsToldToTheManager() {
        ProjectCode project = company.startedAt("userTask_planBudget");
        request(project, ProjectProcess.DATE_CHANGED);

        company.does(project, "userTask_changeDate", "newTargetAt", inUtc(20), "newTargetZone", "Etc/UTC");

        assertThat(told("pm", project)).containsExactly("DATE_AT_RISK");
    }

    // Tariffs

    @Test
    void aTariffThatChangesTheDutyOfOpenShipmentsIsToldWhenItMattersForTheBudget() {
        ProjectCode project = shipping(1);
        assertThat(tariffs.look(project)).as("nothing to compare with yet").isFalse();
        assertThat(tariffs.look(project)).as("no tariff changed").isFalse();

        tariff("tariff.S232", "0.0100");
        assertThat(tariffs.look(project)).isTrue();
        assertThat(told("finance", project)).as("5 dollars of a budget of 900").isEmpty();
        tariff("tariff.S301", "0.2500");
        assertThat(tariffs.look(project)).isTrue();

        assertThat(told("finance", project)).containsExactly("TARIFF_CHANGED");
        assertThat(told("pm", project)).containsExactly("TARIFF_CHANGED");
        assertThat(company.open(project)).containsExactly("userTask_bookCarrier");
    }

    // Change the budget

    @Test
    void aChangeOfTheBudgetBlocksNewCommitmentsUntilItIsDecided() {
        ProjectCode project = company.startedAt("userTask_placeOrder", line(BudgetLine.PRODUCT, "1000.00"));

        request(project, ProjectProcess.BUDGET_CHANGE_REQUESTED);
        assertThat(company.open(project)).containsExactly("userTask_placeOrder", "userTask_planBudgetChange");
        company.does(project, "userTask_planBudgetChange", "changeLine", "PRODUCT", "changeUsd", "50.00");
        assertThatThrownBy(() -> order(project))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("BUDGET_CHANGE_OPEN"));
        company.decide(project, "APPROVE");

        assertThat(ledger.position(project, BudgetLine.PRODUCT).limit()).isEqualTo(usd("1050.00"));
        order(project);
        assertThat(company.open(project)).containsExactly("userTask_decide");
    }

    @Test
    void moneyMovesBetweenLinesWhileTheWorkGoesOn() {
        ProjectCode project = company.startedAt(
                "userTask_reworkGoods", line(BudgetLine.PRODUCT, "1000.00"), line(BudgetLine.FREIGHT, "100.00"));

        request(project, ProjectProcess.BUDGET_CHANGE_REQUESTED);
        company.does(
                project,
                "userTask_planBudgetChange",
                "changeKind",
                "MOVE",
                "changeFromLine",
                "PRODUCT",
                "changeLine",
                "FREIGHT",
                "changeUsd",
                "60.00");
        company.decide(project, "APPROVE");

        assertThat(ledger.position(project, BudgetLine.PRODUCT).limit()).isEqualTo(usd("940.00"));
        assertThat(ledger.position(project, BudgetLine.FREIGHT).limit()).isEqualTo(usd("160.00"));
        assertThat(company.open(project)).containsExactly("userTask_reworkGoods");
    }

    // Cancel

    @ParameterizedTest
    @ValueSource(
            strings = {"userTask_planQuantities", "subProcess_checkCompliance#multiInstanceBody", "userTask_planBudget"
            })
    void whatIsCancelledBeforeAnyCommitmentCostsNothing(String element) {
        ProjectCode project = company.startedAt(element);

        cancel(project);

        assertEnded(project, "endEvent_cancelledBeforeCommit", ProjectStatus.CANCELLED);
        assertThat(ledger.entries(project)).isEmpty();
    }

    @Test
    void aCancelledProjectWithdrawsWhatItAskedFor() {
        ProjectCode project = ordering();
        assertThat(company.open(project)).containsExactly("userTask_decide");

        cancel(project);

        assertEnded(project, "endEvent_cancelledBeforeCommit", ProjectStatus.CANCELLED);
        assertThat(onlyRequest(project).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertBooksClosed(project, "0.00");
    }

    @Test
    void whatOneSettlementSpentUnaskedIsOneRequestThatNamesEachLine() {
        ProjectCode project = shipping(1);
        company.endShipments(project);
        company.save(
                project,
                "invoices",
                List.of(
                        invoice("FREIGHT", "INV-1", "600.00"),
                        invoice("FREIGHT", "INV-2", "400.00"),
                        invoice("DRAYAGE", "INV-3", "50.00")));
        company.does(project, "userTask_settleInvoices");

        assertThat(company.open(project)).containsExactly("userTask_closeProject", "userTask_decide");
        ApprovalRequest request = onlyRequest(project);
        assertThat(request.lines())
                .containsExactlyInAnyOrder(line(BudgetLine.FREIGHT, "1000.00"), line(BudgetLine.DRAYAGE, "50.00"));
        assertThat(request.reason()).contains("INV-1", "INV-2", "INV-3");
        assertThat(request.excessOf(BudgetLine.FREIGHT)).isEqualTo(usd("100.00"));
        assertThat(request.excessOf(BudgetLine.DRAYAGE)).isEqualTo(usd("50.00"));

        company.decide(project, "APPROVE");

        assertThat(ledger.positions(project))
                .filteredOn(position -> request.excessOf(position.line()).isPositive())
                .allSatisfy(position -> assertThat(position.excess()).isEqualTo(usd("0.00")))
                .extracting(LinePosition::limit)
                .containsExactlyInAnyOrder(usd("1000.00"), usd("50.00"));
    }

    @Test
    void moneyThatIsGoneIsStillToBeApprovedWhenTheProjectIsCancelled() {
        ProjectCode project = shipping(1);
        company.endShipments(project);
        company.save(project, "invoices", List.of(invoice("FREIGHT", "INV-1", "75.00")));
        company.does(project, "userTask_settleInvoices");
        assertThat(company.open(project)).containsExactly("userTask_closeProject", "userTask_decide");

        cancel(project);
        company.decide(project, "APPROVE");
        company.does(project, "userTask_recordCancelCosts");
        company.does(project, "userTask_approveCancelCosts");

        assertEnded(project, "endEvent_cancelledAfterCommit", ProjectStatus.CANCELLED);
        assertThat(onlyRequest(project).outcome()).isEqualTo(Outcome.APPROVED);
        assertBooksClosed(project, "75.00");
    }

    @Test
    void whatIsCancelledAfterTheOrderBooksItsCostsOnceFinanceAgreesAndGivesTheRestBack() {
        ProjectCode project = ordering();
        company.decide(project, "APPROVE");
        company.does(project, "userTask_payDeposit", paid("270.00", "PI"));

        cancel(project);
        assertThat(company.open(project)).containsExactly("userTask_recordCancelCosts");
        assertHeld(project, "0.00");
        company.save(project, "invoices", List.of(invoice("PRODUCT", "PEN-1", "40.00")));
        company.does(project, "userTask_recordCancelCosts");
        company.does(project, "userTask_approveCancelCosts", "cancelVerdict", "RETURN", "cancelComment", "proof?");
        company.does(project, "userTask_recordCancelCosts");
        company.does(project, "userTask_approveCancelCosts");

        assertEnded(project, "endEvent_cancelledAfterCommit", ProjectStatus.CANCELLED);
        assertBooksClosed(project, "310.00");
    }

    @Test
    void aProjectCancelledAfterItsPlanHasAmazonVoidIt() {
        ProjectCode project = placedByAmazon();
        company.decide(project, "APPROVE");

        cancel(project);
        worker.workAll();

        assertThat(asked()).last().isEqualTo("voidPlan");
        assertThat(plans.isVoid(project)).isTrue();
        assertHeld(project, "0.00");
        assertThat(company.open(project)).containsExactly("userTask_recordCancelCosts");
    }

    @Test
    void aProjectCancelledAfterItsPlanVoidsThePlanAndReleasesThePlacementFee() {
        ProjectCode project = placing();
        choosePlacement(project, "120.00", 1);
        company.decide(project, "APPROVE");
        assertThat(plans.isVoid(project)).isFalse();

        cancel(project);
        company.does(project, "userTask_voidInboundPlan");

        assertThat(plans.isVoid(project)).isTrue();
        assertHeld(project, "0.00");
        assertThat(company.open(project)).containsExactly("userTask_recordCancelCosts");
    }

    @Test
    void aProjectCancelledWhileItsShipmentsAreUnderwayStopsThemAndGivesBackWhatTheyHold() {
        ProjectCode project = shipping(2);
        company.does(project, "userTask_bookCarrier", "freightAmount", "200.00");
        company.decide(project, "APPROVE");
        assertHeld(project, "200.00");

        cancel(project);
        company.does(project, "userTask_voidInboundPlan");
        assertThat(company.open(project)).containsExactly("userTask_recordCancelCosts");
        company.save(project, "invoices", List.of(invoice("FREIGHT", "NO-SHOW", "80.00")));
        company.does(project, "userTask_recordCancelCosts");
        company.does(project, "userTask_approveCancelCosts");

        assertEnded(project, "endEvent_cancelledAfterCommit", ProjectStatus.CANCELLED);
        assertBooksClosed(project, "80.00");
    }

    private ProjectCode checking(int skus) {
        return company.startedAt("subProcess_checkCompliance#multiInstanceBody", skus);
    }

    private ProjectCode budgeting() {
        ProjectCode project = company.startedAt("userTask_planBudget");
        company.save(
                project,
                "budget",
                List.of(Map.of("line", "PRODUCT", "currency", "USD", "amount", "900.00", "basis", "")));
        company.does(project, "userTask_planBudget");
        return project;
    }

    private ProjectCode ordering() {
        ProjectCode project = company.startedAt(
                "userTask_placeOrder", 2, line(BudgetLine.PRODUCT, "1000.00"), line(BudgetLine.FREIGHT, "300.00"));
        order(project);
        return project;
    }

    private ProjectCode producing() {
        ProjectCode project = ordering();
        company.decide(project, "APPROVE");
        company.does(project, "userTask_payDeposit", paid("270.00", "PI"));
        return project;
    }

    private void order(ProjectCode project) {
        company.does(project, "userTask_placeOrder", "orderAmount", "900.00", "orderCurrency", "USD");
    }

    private void connect() {
        amazon.connect();
        amazon.finishesAtOnce();
    }

    /** What Amazon was asked, in its order, without plans and arguments. */
    private List<String> asked() {
        return amazon.writes().stream()
                .map(write -> write.substring(0, write.indexOf(' ')))
                .toList();
    }

    /** A placement of Amazon's was chosen, whose fee is to be approved. */
    private ProjectCode placedByAmazon() {
        connect();
        ProjectCode project = company.startedAt("subProcess_planAtAmazon", line(BudgetLine.PLACEMENT, "200.00"));
        worker.workAll();
        describeBoxes(project);
        worker.workAll();
        chooseOffer(project, "pl-2");
        return project;
    }

    private void chooseOffer(ProjectCode project, String id) {
        company.does(
                project,
                "userTask_choosePlacement",
                "optionId",
                id,
                "splits",
                null,
                "feeUsd",
                null,
                "discountUsd",
                null,
                "expiresAt",
                null);
    }

    private ProjectCode placing() {
        ProjectCode project = company.startedAt("subProcess_planAtAmazon", line(BudgetLine.PLACEMENT, "200.00"));
        company.does(project, "userTask_createInboundPlan");
        describeBoxes(project);
        return project;
    }

    private void describeBoxes(ProjectCode project) {
        company.save(project, "boxes", List.of(box(project)));
        company.does(
                project,
                "userTask_describeBoxes",
                "totalCartons",
                10,
                "totalGrossKg",
                "110.000",
                "totalVolumeCbm",
                "0.600");
    }

    private void choosePlacement(ProjectCode project, String fee, int splits) {
        company.does(project, "userTask_choosePlacement", "feeUsd", fee, "splits", splits);
    }

    private void confirm(ProjectCode project, int shipments) {
        company.save(project, "shipments", splits(project, shipments));
        company.does(project, "userTask_confirmInboundPlan");
    }

    private void report(ProjectCode project, String verdict) {
        company.does(project, "userTask_deliver");
        company.does(project, "userTask_reviewDeliverable", "reviewVerdict", verdict, "reviewComment", "path");
    }

    private ProjectCode shipping(int shipments) {
        ProjectCode project = company.startedAt("userTask_confirmInboundPlan", line(BudgetLine.FREIGHT, "900.00"));
        confirm(project, shipments);
        return project;
    }

    private void settle(ProjectCode project) {
        company.save(project, "invoices", List.of(invoice("FREIGHT", "INV-1", "75.00")));
        company.does(project, "userTask_settleInvoices");
        assertStatus(project, ProjectStatus.CLOSING);
        company.decide(project, "APPROVE"); // Nobody had asked for that money.
        company.does(project, "userTask_closeProject");
    }

    private Map<String, String> item(ProjectCode project, String margin) {
        return Map.of(
                "sku",
                company.skus(project).get(0),
                "quantity",
                "100",
                "forecastDaily",
                "2",
                "sellable",
                "0",
                "inbound",
                "0",
                "marginUsd",
                margin);
    }

    private Map<String, String> box(ProjectCode project) {
        return Map.ofEntries(
                Map.entry("sku", company.skus(project).get(0)),
                Map.entry("unitsPerBox", "10"),
                Map.entry("boxes", "10"),
                Map.entry("length", "60"),
                Map.entry("width", "50"),
                Map.entry("height", "20"),
                Map.entry("lengthUnit", "CM"),
                Map.entry("weight", "11"),
                Map.entry("weightUnit", "KG"));
    }

    private List<Map<String, String>> labels(ProjectCode project) {
        return company.skus(project).stream()
                .map(sku -> Map.of("sku", sku, "barcodeType", "FNSKU", "fnsku", "X001PILLOW"))
                .toList();
    }

    private List<Map<String, String>> splits(ProjectCode project, int shipments) {
        String number = project.value().substring(project.value().length() - 3);
        String sku = company.skus(project).get(0);
        Map<String, String> first = split("FBAPATH" + number + "A", sku, shipments == 1 ? "100" : "60");
        return shipments == 1 ? List.of(first) : List.of(first, split("FBAPATH" + number + "B", sku, "40"));
    }

    private static Map<String, String> split(String shipment, String sku, String units) {
        return Map.of("amazonShipmentId", shipment, "fulfilmentCenter", "ONT8", "sku", sku, "units", units);
    }

    private static Map<String, String> invoice(String line, String number, String amount) {
        return Map.of("line", line, "invoiceNo", number, "supplier", "Path", "currency", "USD", "amount", amount);
    }

    private static Object[] paid(String amount, String invoice) {
        return new Object[] {"paidAmount", amount, "paidCurrency", "USD", "invoiceNo", invoice};
    }

    private Messages.Outcome reportCleared(ProjectCode project, int sku) {
        String code = company.skus(project).get(sku);
        return messages.report(new Messages.Report(
                project + ":cleared:" + code, project, FbaInbound.CLEARED, null, code, "{}", "compliance", null));
    }

    private void cancel(ProjectCode project) {
        request(project, ProjectProcess.CANCEL_REQUESTED);
    }

    private void tariff(String key, String rate) {
        EntryResult entered = references.enter(
                NewReferenceValue.number(
                        key,
                        "9404909000",
                        new BigDecimal(rate),
                        "1",
                        clock.today(ZoneOffset.UTC).minusDays(3),
                        "test"),
                "finance");
        references.confirm(((EntryResult.Entered) entered).value().id(), "cfo");
    }

    private void request(ProjectCode project, String message) {
        Messages.Outcome outcome = messages.report(new Messages.Report(
                project + message, project, message, null, null, "{\"reason\":\"path\"}", "pm", null));
        assertThat(outcome).isEqualTo(Messages.Outcome.DELIVERED);
    }

    private Instant tenDaysBeforeTarget(ProjectCode project) {
        Deadline target = projects.require(project).target();
        return target.local().minusDays(10).atZone(target.zone()).toInstant();
    }

    private String inUtc(long days) {
        LocalDateTime then =
                LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(days);
        return then.withSecond(0).withNano(0).toString();
    }

    /** Kinds of messages that the person got about the project, oldest first. */
    private List<String> told(String person, ProjectCode project) {
        return outbox.to(person, 50).stream()
                .filter(message -> message.subjectCode().equals(project.value()))
                .map(Notification::kind)
                .filter(kind -> !kind.startsWith("APPROVAL"))
                .toList();
    }

    private ApprovalRequest onlyRequest(ProjectCode project) {
        assertThat(requests.of(project)).hasSize(1);
        return requests.of(project).get(0);
    }

    private void assertSku(ProjectCode project, int sku, ComplianceState state) {
        assertThat(catalog.find(company.skus(project).get(sku)).orElseThrow().state())
                .isEqualTo(state);
    }

    private void assertStatus(ProjectCode project, ProjectStatus status) {
        assertThat(projects.require(project).status()).isEqualTo(status);
    }

    private void assertHeld(ProjectCode project, String dollars) {
        assertThat(ledger.total(project).held()).isEqualTo(usd(dollars));
    }

    /** Nothing of the project, or of what it called, is left running; it ended once, there. */
    private void assertEnded(ProjectCode project, String endEvent, ProjectStatus status) {
        assertStatus(project, status);
        assertThat(company.open(project)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .count())
                .isZero();
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(project.value())
                .processDefinitionKey(FbaInbound.KEY)
                .singleResult()
                .getId();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(endEvent)
                        .count())
                .isEqualTo(1);
    }

    /** Nothing is held, no request is open, and the entries add up to what the budget says was spent. */
    private void assertBooksClosed(ProjectCode project, String spent) {
        assertThat(ledger.openHolds(project)).isEmpty();
        assertHeld(project, "0.00");
        assertThat(requests.of(project)).allMatch(request -> request.outcome() != null);
        Money posted = ledger.entries(project).stream()
                .filter(entry -> entry.type() == EntryType.ACTUAL || entry.type() == EntryType.ACTUAL_REVERSAL)
                .map(LedgerEntry::usd)
                .reduce(usd("0.00"), Money::plus);
        assertThat(posted).isEqualTo(usd(spent));
        assertThat(ledger.total(project).spent()).isEqualTo(posted);
    }

    private static LineAmount line(BudgetLine line, String dollars) {
        return new LineAmount(line, usd(dollars));
    }

    private static Money usd(String dollars) {
        return Money.parse(dollars, "USD");
    }
}
