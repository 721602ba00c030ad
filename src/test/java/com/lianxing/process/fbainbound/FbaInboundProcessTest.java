package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.Outcome;
import com.lianxing.approval.RequestType;
import com.lianxing.calendar.Deadline;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.LedgerEntry;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.Milestone;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One test for each way through {@code processes/fba-inbound.bpmn}, with the real delegates, approvals and ledger. Each
 * begins at the phase it is about; {@code FbaInboundStoryTest} runs one project from end to end. Changes stand in
 * {@link FbaInboundChangesTest}, cancelling in {@link FbaInboundCancelTest}.
 */
class FbaInboundProcessTest extends InboundSteps {

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAllBut(
                FbaInbound.KEY,
                repository,
                "subProcess_cancelProject",
                "subProcess_changeBudget",
                "subProcess_changeDate",
                "subProcess_dateAtRisk",
                "subProcess_skuBlocked",
                "subProcess_tariffChanged");
    }

    // 1 Plan and budget

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

    @Test
    void whatIsBlockedIsNotFoundCleared() {
        ProjectCode project = company.started();
        company.does(project, "userTask_planQuantities");
        company.skus(project).forEach(sku -> catalog.block(sku, "recall", "compliance"));

        assertThatThrownBy(() -> company.does(project, "userTask_checkCompliance", "complianceResult", "CLEARED"))
                .hasMessageContaining("rule.skuBlocked");

        company.skus(project).forEach(sku -> {
            catalog.unblock(sku, "recall", "compliance");
            company.does(project, "userTask_checkCompliance", "complianceResult", "CLEARED");
        });
        assertThat(company.open(project)).containsExactly("userTask_planFreight");
    }

    // 2 Order, inspect, prepare

    @Test
    void anOrderIsHeldPaidInspectedAndPrepared() {
        ProjectCode project = ordering();
        company.decide(project, "APPROVE");
        assertHeld(project, "900.00");

        company.does(project, "userTask_payDeposit", paid("270.00", "PI"));
        assertHeld(project, "900.00");
        company.decide(project, "APPROVE");
        assertHeld(project, "630.00");
        company.does(project, "userTask_confirmGoodsReady");
        report(project, "REJECT");
        report(project, "ACCEPT");
        company.does(project, "userTask_recordInspection");
        company.does(project, "userTask_payBalance", paid("630.00", "CI"));
        company.decide(project, "APPROVE");
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
    void aPaymentCountsOnceAnotherPersonHasReleasedItAndIsPreparedAgainUntilThen() {
        ProjectCode project = ordering();
        company.decide(project, "APPROVE");
        company.does(project, "userTask_payDeposit", paid("370.00", "PI"));
        ApprovalRequest payment = requests.of(project).get(0);

        company.decide(project, "RETURN");

        assertThat(payment.type()).isEqualTo(RequestType.PAYMENT);
        assertThat(company.open(project)).containsExactly("userTask_payDeposit");
        assertHeld(project, "900.00");
        company.does(project, "userTask_payDeposit", paid("270.00", "PI"));
        company.decide(project, "APPROVE");
        assertThat(actuals(project)).singleElement().satisfies(entry -> {
            ApprovalRequest released = requests.of(project).get(0);
            assertThat(entry.usd()).isEqualTo(usd("270.00"));
            assertThat(entry.mandate().requestedBy()).isEqualTo(released.requestedBy());
            assertThat(entry.mandate().approval()).isNotNull().satisfies(approval -> {
                assertThat(approval.id()).isEqualTo(released.id());
                assertThat(approval.approvedBy()).isNotEqualTo(released.requestedBy());
            });
        });
    }

    @Test
    void aBalanceIsReleasedToo() {
        ProjectCode project = company.startedAt("userTask_payBalance", line(BudgetLine.PRODUCT, "1000.00"));

        company.does(project, "userTask_payBalance", paid("630.00", "CI"));
        company.decide(project, "REJECT");
        assertThat(company.open(project)).containsExactly("userTask_payBalance");
        assertThat(actuals(project)).isEmpty();
        company.does(project, "userTask_payBalance", paid("630.00", "CI"));
        company.decide(project, "APPROVE");

        assertThat(actuals(project)).extracting(LedgerEntry::usd).containsExactly(usd("630.00"));
    }

    @Test
    void whereNothingIsPaidNobodyIsAsked() {
        ProjectCode project = ordering();
        company.decide(project, "APPROVE");
        int asked = requests.of(project).size();

        company.does(project, "userTask_payDeposit", paid("0.00", "PI"));
        assertThat(company.open(project)).containsExactly("userTask_confirmGoodsReady");
        company.does(project, "userTask_confirmGoodsReady");
        report(project, "ACCEPT");
        company.does(project, "userTask_recordInspection");
        company.does(project, "userTask_payBalance", paid("0.00", "CI"));

        assertThat(company.open(project)).contains("userTask_labelGoods");
        assertThat(requests.of(project)).hasSize(asked);
        assertThat(actuals(project)).isEmpty();
    }

    private List<LedgerEntry> actuals(ProjectCode project) {
        return ledger.entries(project).stream()
                .filter(entry -> entry.type() == EntryType.ACTUAL)
                .toList();
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
    void nobodyMayDecideOnFreightWhenItsQuoteHasExpired() {
        ProjectCode project = company.startedAt("userTask_confirmInboundPlan", line(BudgetLine.FREIGHT, "900.00"));
        company.chooseQuote(project, clock.today(ZoneOffset.UTC).plusDays(3));
        confirm(project, 1);

        assertThatThrownBy(() -> company.does(
                        project, "userTask_bookCarrier", "approvalNeededAt", inUtc(5), "approvalNeededZone", "Etc/UTC"))
                .hasMessageContaining("rule.quoteEndsBefore");

        company.does(project, "userTask_bookCarrier", "approvalNeededAt", inUtc(2), "approvalNeededZone", "Etc/UTC");
        assertThat(requests.of(project).get(0).quotes()).isEqualTo(1);
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
}
