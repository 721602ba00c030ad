package com.lianxing.process.fdacertification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.lianxing.catalog.ComplianceState;
import com.lianxing.certification.ComplianceLookup;
import com.lianxing.certification.ComplianceLookup.Register;
import com.lianxing.certification.DeviceRoute;
import com.lianxing.certification.EvidenceType;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.Filings;
import com.lianxing.certification.Paths;
import com.lianxing.certification.Product;
import com.lianxing.certification.RegistryChecks;
import com.lianxing.certification.RegistryQuestions;
import com.lianxing.certification.RegistryQuestions.Question;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.document.Documents;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.notification.Notification;
import com.lianxing.obligation.ObligationKind;
import com.lianxing.obligation.Obligations;
import com.lianxing.process.Messages;
import com.lianxing.process.WorkItem;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.worker.OutsideWorker;
import com.lianxing.project.Milestone;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One test for each way through {@code processes/fda-certification.bpmn}, with the real delegates, approvals and ledger.
 * Changes stand in {@link FdaCertificationChangesTest}.
 */
class FdaCertificationProcessTest extends CertificationSteps {

    @Autowired
    private Obligations obligations;

    @Autowired
    private ScriptedRegistry registry;

    @Autowired
    private RegistryChecks checks;

    @Autowired
    private RegistryQuestions questions;

    @Autowired
    private Documents documents;

    @Autowired
    private QuoteComparisons comparisons;

    @Autowired
    private KeptProofs proofs;

    @Autowired
    private OutsideWorker worker;

    @AfterEach
    void disconnectTheRegistry() {
        registry.disconnect();
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAllBut(
                FdaCertification.KEY,
                repository,
                "subProcess_answerDetention",
                "subProcess_changeBudget",
                "subProcess_changeDate",
                "subProcess_changeProduct",
                "subProcess_replaceAgent",
                "subProcess_reviewRegulation");
    }

    // 1 Paths

    @Test
    void aSunCreamIsFiledAsCosmeticAndAsDrugAndClearedOnceBothAreProven() {
        catalog.setState(SKU, ComplianceState.NOT_CLEARED, "compliance");
        ProjectCode project = certification.started();
        company.does(project, "userTask_describeProduct");
        assertThat(certifications.requirePaths(project).all()).containsExactly(FdaPath.COSMETIC, FdaPath.OTC_DRUG);

        company.does(project, "userTask_confirmPaths");
        company.does(project, "userTask_planServices");
        company.does(project, "userTask_planBudget");
        company.decide(project, "APPROVE");
        company.does(project, "userTask_appointAgents");
        company.does(project, "userTask_recordIdentifiers");
        allProven(project);
        company.does(project, "userTask_checkClaims");
        assertThat(company.open(project)).containsExactly("userTask_orderUserFee", "userTask_submitFiling");

        company.does(project, "userTask_submitFiling");
        company.does(project, "userTask_recordAnswer");
        company.does(project, "userTask_orderUserFee");
        company.decide(project, "APPROVE");
        assertThat(position(project, BudgetLine.USER_FEE).held()).isEqualTo(dollars("22777.00"));
        company.does(project, "userTask_payUserFee");
        assertThat(position(project, BudgetLine.USER_FEE).held()).isEqualTo(dollars("0.00"));
        assertThat(position(project, BudgetLine.USER_FEE).spent()).isEqualTo(dollars("22777.00"));
        company.does(project, "userTask_submitFiling");
        company.does(project, "userTask_recordAnswer");

        company.does(project, "userTask_recordNumbers");
        company.does(project, "userTask_checkNumbers");
        company.does(project, "userTask_submitPlatformDocuments");
        company.does(project, "userTask_recordPlatformAnswer");
        company.does(project, "userTask_prepareImportData");
        assertThat(catalog.find(SKU).orElseThrow().state()).isEqualTo(ComplianceState.CLEARED);
        company.does(project, "userTask_handOverObligations");
        assertThat(obligations.of(project))
                .extracting(obligation -> obligation.terms().kind())
                .containsExactlyInAnyOrder(ObligationKind.COSMETIC_FACILITY, ObligationKind.DRUG_ESTABLISHMENT);
        assertThat(obligations.of(project)).allSatisfy(obligation -> {
            assertThat(obligation.owner()).isEqualTo("compliance");
            assertThat(obligation.deputy()).isEqualTo("pm");
            assertThat(obligation.skus()).containsExactly(SKU);
        });
        company.does(project, "userTask_closeCertification");
        company.decide(project, "APPROVE");

        assertEnded(project, "endEvent_certified", ProjectStatus.CLOSED_SUCCESS);
        assertThat(position(project, BudgetLine.AGENCY).spent()).isEqualTo(dollars("5600.00"));
        assertThat(ledger.openHolds(project)).isEmpty();
        assertThat(projects.milestones(project))
                .extracting(Milestone::key)
                .containsExactly("FUNDED", "REGISTERED", "CLEARED", "SETTLED");
    }

    @Test
    void theClassOfADeviceDecidesItsRouteAndPathsThatAreNotConfirmedAreDescribedAgain() {
        ProjectCode project = certification.started();
        describeDevice(project);
        company.does(project, "userTask_classifyDevice");
        assertThat(certifications.requirePaths(project).device()).isEqualTo(DeviceRoute.CLEARANCE_510K);

        company.does(project, "userTask_confirmPaths", "pathVerdict", "DESCRIBE_AGAIN");

        assertThat(company.open(project)).containsExactly("userTask_describeProduct");
    }

    @Test
    void whatContradictsItselfNeedsAnExpertAndWhatIsNotRegulatedIsDocumentedAndTold() {
        ProjectCode waiting = company.startedAt("subProcess_checkCompliance", 1);
        company.does(waiting, "userTask_checkCompliance", "complianceResult", "NEEDS_CLEARANCE");
        String sku = company.skus(waiting).get(0);
        ProjectCode project = certification.started();
        company.save(project, "certifiedSkus", List.of(Map.of("sku", sku)));
        company.save(project, "claims", List.of(claim("Cures headaches", "OTHER")));
        company.does(
                project,
                "userTask_describeProduct",
                "productKind",
                "HOME",
                "productUse",
                "NOT_ON_THE_BODY",
                "monographIngredient",
                false);
        assertThat(certifications.requirePaths(project).all()).containsExactly(FdaPath.MANUAL_EXPERT);
        assertThat(company.open(waiting)).as("it is linked, and comes too late").contains("userTask_decideOnDateRisk");
        company.does(waiting, "userTask_decideOnDateRisk");
        assertThatThrownBy(() -> company.does(project, "userTask_confirmPaths"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rule.expertPath");

        company.does(project, "userTask_confirmPaths", "expertPath", "NONE");

        assertEnded(project, "endEvent_notRegulated", ProjectStatus.CLOSED_SUCCESS);
        assertThat(catalog.find(sku).orElseThrow().state()).isEqualTo(ComplianceState.CLEARED);
        assertThat(company.open(waiting)).containsExactly("userTask_planFreight");
    }

    @Test
    void anExpertIsNamedOnlyWhereTheTablesCannotSay() {
        ProjectCode project = certification.started();
        company.does(project, "userTask_describeProduct");

        assertThatThrownBy(() -> company.does(project, "userTask_confirmPaths", "expertPath", "NONE"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rule.noExpertNeeded");
    }

    @Test
    void whoeverDescribedTheProductDoesNotConfirmItsPaths() {
        ProjectCode project = certification.started();
        company.does(project, "userTask_describeProduct");
        String task = company.task(project, "userTask_confirmPaths").taskId();

        assertThatThrownBy(() -> work.claim(task, "compliance"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("DUTY_SECOND_PERSON");
        work.claim(task, "pm");
        assertThat(company.task(project, "userTask_confirmPaths").assignee()).isEqualTo("pm");
    }

    @ParameterizedTest
    @CsvSource({"GO_ON, userTask_planServices", "WITHDRAW, ''"})
    void aPremarketApprovalIsTheGeneralManagersDecision(String decision, String next) {
        ProjectCode project = certification.started();
        describeDevice(project);
        company.does(project, "userTask_classifyDevice", "deviceClass", "III");
        company.does(project, "userTask_confirmPaths");
        assertThat(company.open(project)).containsExactly("userTask_decideOnPaths");

        company.does(project, "userTask_decideOnPaths", "pathDecision", decision);

        if (next.isEmpty()) {
            assertEnded(project, "endEvent_withdrawn", ProjectStatus.CLOSED_FAILED);
        } else {
            assertThat(company.open(project)).containsExactly(next);
        }
    }

    @Test
    void foodThatIsSaidToCureIsNotClearedAsFoodAlone() {
        Paths food = new Paths(EnumSet.of(FdaPath.FOOD, FdaPath.DRUG_NDA), null);
        ProjectCode project = certification.startedAt("userTask_decideOnPaths", food);

        assertThatThrownBy(() -> company.does(project, "userTask_decideOnPaths"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rule.notProvable");
        assertThat(company.open(project)).containsExactly("userTask_decideOnPaths");
    }

    // 2 Money and people

    @Test
    void servicesAreComparedBeforeTheBudgetIsPlannedAndHeldOnceItIsApproved() {
        ProjectCode project = planningServices(service("AGENCY", "monograph file", 1), service("LAB_TESTS", "SPF", 3));
        company.does(project, "userTask_planServices");
        assertThat(company.open(project)).containsExactly("userTask_inviteSuppliers", "userTask_inviteSuppliers");
        assertThat(company.task(project, "userTask_inviteSuppliers").groups())
                .containsExactlyInAnyOrder("purchasing", "compliance");
        company.save(
                project,
                "quotes",
                List.of(
                        quote("AGENCY", "AG-1", "USD", "4200", ""),
                        quote("AGENCY", "AG-2", "USD", "3900", ""),
                        quote("AGENCY", "AG-3", "USD", "4500", ""),
                        quote("LAB_TESTS", "LAB-1", "USD", "310", "PIECE")));
        for (int service = 1; service <= 2; service++) {
            company.does(project, "userTask_inviteSuppliers");
        }
        for (int service = 1; service <= 2; service++) {
            company.does(project, "userTask_collectQuotes");
        }
        chosen(project, Purchase.AGENCY, "AG-2", "");
        chosen(project, Purchase.LAB_TESTS, "LAB-1", "nobody else measures SPF");
        company.save(project, "budget", List.of(budget("AGENCY", "5000"), budget("LAB_TESTS", "1500")));
        company.does(project, "userTask_planBudget");
        company.decide(project, "APPROVE");
        company.does(project, "userTask_orderService");
        company.does(project, "userTask_orderService");
        company.decide(project, "APPROVE");
        company.decide(project, "APPROVE");

        assertThat(company.open(project)).containsExactly("userTask_appointAgents");
        assertThat(position(project, BudgetLine.AGENCY).held()).isEqualTo(dollars("3900.00"));
        assertThat(position(project, BudgetLine.LAB_TESTS).held())
                .as("three tests at 310")
                .isEqualTo(dollars("930.00"));
    }

    @Test
    void whoBuysNothingOutsideSaysWhoDoesTheWork() {
        ProjectCode project = planningServices();

        assertThatThrownBy(() -> company.does(project, "userTask_planServices", "noServicesReason", ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rule.noServices");
        company.does(project, "userTask_planServices");

        assertThat(company.open(project)).containsExactly("userTask_planBudget");
    }

    @Test
    void anExpiredQuoteAndARefusedPurchaseAreComparedAgain() {
        ProjectCode project = buyingAnAgency(1);
        assertThat(company.open(project)).containsExactly("userTask_orderService");
        company.letPass(Duration.ofDays(2));
        assertThatThrownBy(() -> company.does(project, "userTask_orderService"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rule.chosenQuoteExpired");
    }

    @Test
    void aServiceThatIsNotApprovedIsComparedAgain() {
        ProjectCode project = buyingAnAgency(60);
        company.does(project, "userTask_orderService");
        company.decide(project, "REJECT");
        assertThat(company.open(project)).containsExactly("userTask_inviteSuppliers");
        assertThat(ledger.openHolds(project)).isEmpty();

        company.does(project, "userTask_inviteSuppliers");
        company.does(project, "userTask_collectQuotes");
        chosen(project, Purchase.AGENCY, "AG-1", "the only one left");
        company.does(project, "userTask_orderService");
        company.decide(project, "APPROVE");

        assertThat(position(project, BudgetLine.AGENCY).held()).isEqualTo(dollars("4200.00"));
    }

    @Test
    void aQuoteThatExpiredBeforeTheBudgetWasApprovedIsAskedForAgain() {
        ProjectCode project = agencyCompared(1);
        company.does(project, "userTask_planBudget");
        company.letPass(Duration.ofDays(3));
        company.decide(project, "APPROVE");

        assertThat(company.open(project)).containsExactly("userTask_inviteSuppliers");
    }

    private ProjectCode planningServices(Map<?, ?>... services) {
        ProjectCode project = certification.startedAt("gateway_servicesNeeded", RADIATION);
        company.save(project, "services", castRows(services));
        return project;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> castRows(Map<?, ?>... rows) {
        return Arrays.stream(rows).map(row -> (Map<String, String>) row).toList();
    }

    private ProjectCode agencyCompared(int daysGood) {
        ProjectCode project = planningServices(service("AGENCY", "accession " + daysGood, 1));
        company.save(project, "quotes", List.of(quote("AGENCY", "AG-1", "USD", "4200", "", daysGood)));
        company.does(project, "userTask_planServices");
        company.does(project, "userTask_inviteSuppliers");
        company.does(project, "userTask_collectQuotes");
        chosen(project, Purchase.AGENCY, "AG-1", "the only one who answered");
        company.save(project, "budget", List.of(budget("AGENCY", "5000")));
        return project;
    }

    private ProjectCode buyingAnAgency(int daysGood) {
        ProjectCode project = agencyCompared(daysGood);
        company.does(project, "userTask_planBudget");
        company.decide(project, "APPROVE");
        return project;
    }

    private void chosen(ProjectCode project, Purchase purchase, String quoteNo, String singleSource) {
        company.does(
                project,
                "userTask_recommendQuote",
                "winnerQuoteNo",
                quoteNo,
                "notCheapestReason",
                "",
                "singleSourceReason",
                singleSource);
        assertThat(comparisons.chosen(project, purchase))
                .hasValueSatisfying(chosen -> assertThat(chosen.quoteNo()).isEqualTo(quoteNo));
    }

    private static Map<String, String> service(String purchase, String specification, int pieces) {
        return Map.of("purchase", purchase, "specification", specification, "pieces", String.valueOf(pieces));
    }

    private static Map<String, String> budget(String line, String usd) {
        return Map.of("line", line, "currency", "USD", "amount", usd, "basis", "");
    }

    private Map<String, String> quote(String service, String number, String currency, String amount, String unit) {
        return quote(service, number, currency, amount, unit, 60);
    }

    private Map<String, String> quote(
            String service, String number, String currency, String amount, String unit, int daysGood) {
        LocalDate validUntil = clock.today(ZoneId.of("Asia/Shanghai")).plusDays(daysGood);
        return Map.of(
                "supplier",
                "Supplier of " + number,
                "quoteNo",
                number,
                "mode",
                service,
                "currency",
                currency,
                "amount",
                amount,
                "unit",
                unit,
                "transitDays",
                "20",
                "validUntil",
                validUntil.toString());
    }

    @Test
    void aReturnedBudgetIsPlannedAgainAndARejectedOneEndsTheProject() {
        ProjectCode project = certification.startedAt("userTask_planBudget", RADIATION);
        company.does(project, "userTask_planBudget");
        company.decide(project, "RETURN");
        company.does(project, "userTask_planBudget");
        company.decide(project, "REJECT");

        assertEnded(project, "endEvent_budgetRejected", ProjectStatus.REJECTED);
    }

    @Test
    void aBudgetLineOfAnotherKindOfProjectIsRefused() {
        ProjectCode project = certification.startedAt("userTask_planBudget", RADIATION);

        assertThatThrownBy(() -> company.save(
                        project,
                        "budget",
                        List.of(Map.of("line", "FREIGHT", "currency", "USD", "amount", "10", "basis", ""))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line");
    }

    @Test
    void nothingIsFiledBeforeEverybodyIsNamedWhomThePathsNeed() {
        Paths food = new Paths(EnumSet.of(FdaPath.FOOD), null);
        ProjectCode project = certification.startedAt("userTask_appointAgents", food, line(BudgetLine.AGENCY, "100"));

        assertThatThrownBy(() -> company.does(project, "userTask_appointAgents"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("FSVP_IMPORTER")
                .hasMessageNotContaining("US_AGENT");
    }

    @Test
    void eachProofIsEnteredByOneRoleAndReviewedByAnotherAndAFailedOneIsTriedAgain() {
        ProjectCode project = certification.startedAt(
                "subProcess_proveProduct#multiInstanceBody", RADIATION, line(BudgetLine.AGENCY, "100.00"));
        WorkItem report = waiting(project, Proof.TEST_REPORT, "userTask_deliver");
        assertThat(report.groups()).containsExactly("compliance");
        company.does(report);
        WorkItem review = waiting(project, Proof.TEST_REPORT, "userTask_reviewDeliverable");
        assertThat(review.groups()).containsExactly("project-manager");
        company.does(review, "reviewVerdict", "REJECT", "reviewComment", "不合格 failed");
        company.does(project, "userTask_decideOnProof");
        proven(project, Proof.TEST_REPORT);
        assertThat(proofs.of(project))
                .as("the report that failed is made good by the next one")
                .containsExactly(Proof.TEST_REPORT);

        WorkItem label = waiting(project, Proof.LABEL, "userTask_deliver");
        assertThat(label.groups()).containsExactly("design");
        company.does(label);
        review = waiting(project, Proof.LABEL, "userTask_reviewDeliverable");
        assertThat(review.groups()).containsExactly("compliance");
        company.does(review, "reviewVerdict", "REJECT", "reviewComment", "不合格 failed");
        company.does(project, "userTask_decideOnProof", "proofDecision", "WITHDRAW");

        assertEnded(project, "endEvent_withdrawnUnproven", ProjectStatus.CLOSED_FAILED);
    }

    @Test
    void eachTestOfEachSkuHasAReportOfItsOwn() {
        ProjectCode project =
                certification.startedAt("userTask_planServices", new Paths(EnumSet.of(FdaPath.COSMETIC), null));
        company.save(project, "tests", List.of(test("beam power", "IEC 60825-1"), test("battery", "UN 38.3")));
        company.does(project, "userTask_planServices");
        company.save(project, "budget", List.of(budget("AGENCY", "100")));
        company.does(project, "userTask_planBudget");
        company.decide(project, "APPROVE");
        company.does(project, "userTask_appointAgents");
        company.does(project, "userTask_recordIdentifiers");
        assertThat(deliverables.of(project))
                .extracting(Deliverable::kind, Deliverable::subject)
                .containsExactlyInAnyOrder(
                        tuple("TEST_REPORT", SKU + ": beam power, IEC 60825-1"),
                        tuple("TEST_REPORT", SKU + ": battery, UN 38.3"),
                        tuple("LABEL", ""),
                        tuple("TECHNICAL_FILE", ""));

        // Handed in at the same time; each report stays with its test.
        WorkItem beam = waiting(project, Proof.TEST_REPORT, SKU + ": beam", "userTask_deliver");
        WorkItem battery = waiting(project, Proof.TEST_REPORT, SKU + ": battery", "userTask_deliver");
        company.does(battery);
        company.does(beam);
        assertThat(deliveredAt(battery)).isEqualTo(attachedAt(battery)).isNotEqualTo(attachedAt(beam));
        assertThat(deliveredAt(beam)).isEqualTo(attachedAt(beam));
        company.does(waiting(project, Proof.TEST_REPORT, SKU + ": beam", "userTask_reviewDeliverable"));
        assertThat(proofs.of(project)).as("one of two").isEmpty();
        company.does(waiting(project, Proof.TEST_REPORT, SKU + ": battery", "userTask_reviewDeliverable"));
        assertThat(proofs.of(project)).containsExactly(Proof.TEST_REPORT);
    }

    private String deliveredAt(WorkItem delivery) {
        UUID wanted = deliverables
                .ofProcess(delivery.processInstanceId())
                .orElseThrow()
                .id();
        return deliverables.lastVersion(wanted).orElseThrow().sha256();
    }

    private String attachedAt(WorkItem delivery) {
        return documents.attachedAt(delivery.taskId(), "DELIVERABLE").get(0).sha256();
    }

    private static Map<String, String> test(String test, String standard) {
        return Map.of("sku", SKU, "test", test, "standard", standard);
    }

    @Test
    void noLabelAndNoListingSaysWhatNobodyMaySay() {
        ProjectCode project =
                certification.startedAt("userTask_checkClaims", RADIATION, line(BudgetLine.AGENCY, "100.00"));

        assertThatThrownBy(() -> company.does(
                        project,
                        "userTask_checkClaims",
                        "labelText",
                        "FDA approved",
                        "listingText",
                        "It cures everything"))
                .hasMessageContaining("FDA approved")
                .hasMessageContaining("cures");
        company.does(project, "userTask_checkClaims");

        assertThat(company.open(project)).containsExactly("userTask_submitFiling");
    }

    @Test
    void aFeeThatIsNotApprovedIsOrderedAgain() {
        ProjectCode project = filing(CLEARANCE, line(BudgetLine.USER_FEE, "30000.00"));
        company.does(project, "userTask_orderUserFee");
        company.decide(project, "REJECT");
        assertThat(company.open(project)).containsExactly("userTask_orderUserFee");
        assertThat(position(project, BudgetLine.USER_FEE).held()).isEqualTo(dollars("0.00"));

        company.does(project, "userTask_orderUserFee");
        company.decide(project, "APPROVE");

        assertThat(company.open(project)).containsExactly("userTask_payUserFee");
    }

    @Test
    void theFeeOfTheFiscalYearInWhichItIsPaidCounts() {
        ProjectCode project = filing(CLEARANCE, line(BudgetLine.USER_FEE, "60000.00"));
        company.does(project, "userTask_orderUserFee");
        company.decide(project, "APPROVE");

        assertThatThrownBy(() -> company.does(
                        project,
                        "userTask_payUserFee",
                        "otherFeeReason",
                        null,
                        "paidFeeUsd",
                        "26066.00",
                        "feePaidOn",
                        "2026-09-30"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("USD 26,067.00");
        company.does(
                project,
                "userTask_payUserFee",
                "otherFeeReason",
                null,
                "paidFeeUsd",
                "26067.00",
                "feePaidOn",
                "2026-09-30");
        assertThat(position(project, BudgetLine.USER_FEE).spent()).isEqualTo(dollars("26067.00"));
    }

    // 3 The FDA

    @Test
    void whatTheFdaRefusesToAcceptIsFiledAgainAndAReviewGoesOnUntilItIsDecided() {
        ProjectCode project = reviewing();

        answer(project, FdaCertification.REFUSED_TO_ACCEPT, "{}");
        company.does(project, "userTask_submitFiling");
        answer(project, FdaCertification.ACKNOWLEDGED, "{}");
        assertThat(company.open(project)).containsExactly("userTask_recordAnswer");
        answer(project, FdaCertification.DECIDED, "{\"decision\":\"GRANTED\"}");

        assertThat(company.open(project)).containsExactly("userTask_recordNumbers");
        assertThat(filings.events(filing(project)))
                .extracting(Filings.Event::kind)
                .containsExactly(
                        Filings.Kind.SUBMITTED,
                        Filings.Kind.REFUSED_TO_ACCEPT,
                        Filings.Kind.SUBMITTED,
                        Filings.Kind.ACKNOWLEDGED,
                        Filings.Kind.GRANTED);
    }

    @Test
    void theClockOfTheReviewStandsStillWhileTheFdaWaitsForAnAnswer() {
        ProjectCode project = reviewing();
        Instant goal = company.due(project, "timerEvent_reviewLate");
        Instant held = clock.now();
        company.letPass(Duration.ofDays(10));
        answer(project, FdaCertification.HELD_FOR_INFORMATION, "{}", held);
        LocalDate asked = LocalDate.ofInstant(held, FdaCertification.FDA);
        assertThat(company.due(project, "timerEvent_answerOverdue"))
                .isEqualTo(asked.plusDays(180)
                        .atTime(23, 59)
                        .atZone(FdaCertification.FDA)
                        .toInstant());

        company.letPass(Duration.ofDays(30));
        LocalDate sent = clock.today(FdaCertification.FDA);
        company.does(project, "userTask_answerFda", "answerSentOn", sent.toString());

        Duration waited =
                Duration.between(held, sent.atStartOfDay(FdaCertification.FDA).toInstant());
        assertThat(company.due(project, "timerEvent_reviewLate"))
                .isCloseTo(goal.plus(waited), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void aReviewThatTakesTooLongIsToldAndWhatAPersonReadsEndsTheWait() {
        ProjectCode project = filed(RADIATION);
        company.fire(project, "timerEvent_reviewLate");
        assertThat(outbox.to("compliance", 20))
                .filteredOn(message -> message.subjectCode().equals(project.value()))
                .extracting(Notification::kind)
                .contains("REVIEW_LATE");

        company.does(project, "userTask_recordAnswer");

        assertThat(company.open(project)).containsExactly("userTask_recordNumbers");
        assertThat(report("late", project, FdaCertification.ACKNOWLEDGED, "{}", clock.now()))
                .isEqualTo(Messages.Outcome.KEPT);
    }

    @Test
    void anAnswerThatComesBeforeAnybodyWaitsIsFound() {
        ProjectCode project = filing(RADIATION, line(BudgetLine.AGENCY, "100"));
        assertThat(report("early", project, FdaCertification.ACKNOWLEDGED, "{}", clock.now()))
                .isEqualTo(Messages.Outcome.KEPT);

        company.does(project, "userTask_submitFiling");

        assertThat(company.open(project)).containsExactly("userTask_recordNumbers");
    }

    @Test
    void whatTheFdaDoesNotGrantEndsTheProject() {
        ProjectCode project = reviewing();

        answer(project, FdaCertification.DECIDED, "{\"decision\":\"NOT_GRANTED\"}");

        assertEnded(project, "endEvent_notGrantedByFda", ProjectStatus.CLOSED_FAILED);
        assertThat(ledger.openHolds(project)).isEmpty();
    }

    @Test
    void aRequestThatNobodyAnswersCountsAsWithdrawn() {
        ProjectCode project = reviewing();
        company.does(project, "userTask_recordAnswer", "fdaAnswer", "HELD");

        company.fire(project, "timerEvent_answerOverdue");

        assertEnded(project, "endEvent_withdrawnAfterFiling", ProjectStatus.CLOSED_FAILED);
        assertThat(filings.last(filing(project)).orElseThrow().kind()).isEqualTo(Filings.Kind.WITHDRAWN);
    }

    @Test
    void aReportAboutNoFilingOrWithoutADecisionIsRefused() {
        ProjectCode project = filed(RADIATION);

        assertThatThrownBy(() -> messages.report(new Messages.Report(
                        project + ":x",
                        project,
                        FdaCertification.ACKNOWLEDGED,
                        null,
                        null,
                        "FDA-US-1999-001-FOOD",
                        "{}",
                        "compliance",
                        null)))
                .hasMessageContaining("FILING_UNKNOWN");
        assertThatThrownBy(() -> report("y", project, FdaCertification.DECIDED, "{}", clock.now()))
                .hasMessageContaining("FDA_DECISION_MISSING");
    }

    @Test
    void aTariffOrAClearanceIsNothingThatAnFdaProjectIsToldOf() {
        ProjectCode project = filed(RADIATION);

        for (String message : List.of("inbound.tariffChanged", "certification.cleared")) {
            assertThatThrownBy(() -> messages.report(new Messages.Report(
                            project + ":" + message, project, message, null, SKU, "{}", "compliance", null)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("MESSAGE_UNKNOWN");
        }
    }

    // 4 Numbers

    @Test
    void anAgencysCertificateProvesNothingAndNumbersThatAreWrongAreRecordedAgain() {
        ProjectCode project = certification.startedAt("gateway_recordAgain", RADIATION, line(BudgetLine.AGENCY, "100"));
        company.save(project, "registrations", List.of(number("AGENCY_CERTIFICATE", "FDA certificate no. 1")));
        assertThatThrownBy(() -> company.does(project, "userTask_recordNumbers"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(EvidenceType.ACCESSION_NUMBER.messageKey());

        company.save(project, "registrations", List.of(number("ACCESSION_NUMBER", "2610001-000")));
        company.does(project, "userTask_recordNumbers");
        assertThatThrownBy(() -> company.does(project, "userTask_checkNumbers", "numbersVerdict", "RETURN"))
                .hasMessageContaining("rule.returnReason");
        company.does(
                project,
                "userTask_checkNumbers",
                "numbersVerdict",
                "RETURN",
                "numbersComment",
                "数据库中查不到 not in the database");

        assertThat(company.open(project)).containsExactly("userTask_recordNumbers");
    }

    @ParameterizedTest
    @CsvSource({"0, FDA_PUBLIC_DATA", "1, FDA_PUBLIC_DATA", ", ''"})
    void whatTheFdasPublicDataSayIsKeptAsEvidenceAndAPersonConfirms(Long hits, String evidence) {
        registry.connect(
                hits == null
                        ? new ComplianceLookup.Answer.Unavailable("HTTP 500")
                        : new ComplianceLookup.Answer.Found(hits, "https://api.fda.gov/device/510k.json", "{}"));
        ProjectCode project = certification.startedAt("gateway_recordAgain", CLEARANCE, line(BudgetLine.AGENCY, "100"));
        company.save(
                project,
                "registrations",
                List.of(
                        device("ESTABLISHMENT_REGISTRATION", "3012345678"),
                        device("PRODUCT_LISTING", "D123456"),
                        device("CLEARANCE_510K", "K261234")));

        certifications.describe(
                project,
                new Product(
                        Product.Kind.OTHER,
                        Product.Use.NOT_ON_THE_BODY,
                        Product.Emission.NONE,
                        false,
                        "OHS",
                        "LED 面罩 LED mask",
                        "CN",
                        "compliance",
                        List.of()));
        company.save(project, "factories", List.of(Map.of("name", "Shenzhen Light", "address", "1 Light Road")));
        company.does(project, "userTask_recordNumbers");
        assertThat(company.open(project)).as("the FDA is asked first").isEmpty();
        worker.workAll();

        assertThat(company.open(project)).containsExactly("userTask_checkNumbers");
        assertThat(checks.of(project))
                .extracting(RegistryChecks.Check::question)
                .containsExactly(
                        new Question(Register.DEVICE_REGISTRATION, "3012345678"),
                        new Question(Register.PREMARKET_NOTIFICATION, "K261234"),
                        new Question(Register.DEVICE_CLASSIFICATION, "OHS"),
                        new Question(Register.DEVICE_RECALL, "Shenzhen Light"));
        assertThat(checks.of(project))
                .allSatisfy(check -> assertThat(check.hits()).isEqualTo(Optional.ofNullable(hits)));
        assertThat(documents.list(Projects.SUBJECT, project.value(), "FDA_PUBLIC_DATA"))
                .hasSize(evidence.isEmpty() ? 0 : 4);
    }

    @Test
    void aLookUpThatBreaksIsNoAnswerAndHoldsNobodyUp() {
        registry.breakDown();
        ProjectCode project = certification.startedAt("gateway_recordAgain", CLEARANCE, line(BudgetLine.AGENCY, "100"));
        company.save(
                project,
                "registrations",
                List.of(
                        device("ESTABLISHMENT_REGISTRATION", "3012345679"),
                        device("PRODUCT_LISTING", "D123457"),
                        device("CLEARANCE_510K", "K261235")));

        company.does(project, "userTask_recordNumbers");
        worker.workAll();

        assertThat(company.open(project)).containsExactly("userTask_checkNumbers");
        assertThat(checks.of(project))
                .hasSize(2)
                .allSatisfy(check -> assertThat(check.hits()).isEmpty());
        assertThat(registry.asked()).as("not once more after nobody answered").isEqualTo(1);
    }

    @Test
    void whatWasSaidOfANumberThatIsReplacedIsNotShownOfTheNextOne() {
        registry.connect(new ComplianceLookup.Answer.Found(1, "https://api.fda.gov/device/510k.json", "{}"));
        ProjectCode project = certification.startedAt("gateway_recordAgain", CLEARANCE, line(BudgetLine.AGENCY, "100"));
        Map<String, String> establishment = device("ESTABLISHMENT_REGISTRATION", "3012345680");
        Map<String, String> listing = device("PRODUCT_LISTING", "D123458");
        company.save(project, "registrations", List.of(establishment, listing, device("CLEARANCE_510K", "K261236")));
        company.does(project, "userTask_recordNumbers");
        worker.workAll();

        company.save(project, "registrations", List.of(establishment, listing, device("CLEARANCE_510K", "K261237")));

        assertThat(checks.of(project))
                .extracting(check -> check.question().term())
                .containsExactly("3012345680");
    }

    @Test
    void recallsOfFoodAreLookedForWhereFoodIsMade() {
        Paths food = new Paths(EnumSet.of(FdaPath.FOOD), null);
        ProjectCode project = certification.startedAt("gateway_recordAgain", food, line(BudgetLine.AGENCY, "100"));
        company.save(project, "factories", List.of(Map.of("name", "Foshan Tea", "address", "1 Tea Road")));

        assertThat(questions.of(project)).containsExactly(new Question(Register.FOOD_RECALL, "Foshan Tea"));
    }

    private static Map<String, String> device(String type, String number) {
        return Map.of("path", "DEVICE", "type", type, "number", number, "effectiveOn", "2026-11-01");
    }

    // 5 The platform

    @Test
    void aPlatformThatAsksForNothingIsNotWaitedFor() {
        ProjectCode project =
                certification.startedAt("gateway_platformAgain", RADIATION, line(BudgetLine.AGENCY, "100"));
        assertThatThrownBy(() -> company.does(project, "userTask_submitPlatformDocuments", "platformCase", null))
                .hasMessageContaining("rule.platformCase");

        company.does(project, "userTask_submitPlatformDocuments", "platformRequest", "NOT_ASKED");

        assertThat(company.open(project)).containsExactly("userTask_prepareImportData");
    }

    @Test
    void documentsThatThePlatformSendsBackAreHandedInAgainUntilItAcceptsThem() {
        ProjectCode project =
                certification.startedAt("gateway_platformAgain", RADIATION, line(BudgetLine.AGENCY, "100"));
        company.does(project, "userTask_submitPlatformDocuments");
        company.does(project, "userTask_recordPlatformAnswer", "platformAnswer", "MORE_WANTED");
        company.does(project, "userTask_submitPlatformDocuments");

        request(project, FdaCertification.PLATFORM_ACCEPTED);

        assertThat(company.open(project)).containsExactly("userTask_prepareImportData");
    }

    @Test
    void anAcceptanceThatCameBeforeAnybodyWaitedForItIsFound() {
        ProjectCode project =
                certification.startedAt("gateway_platformAgain", RADIATION, line(BudgetLine.AGENCY, "100"));
        assertThat(messages.report(new Messages.Report(
                        project + ":early",
                        project,
                        FdaCertification.PLATFORM_ACCEPTED,
                        null,
                        null,
                        "{}",
                        "ops",
                        null)))
                .isEqualTo(Messages.Outcome.KEPT);

        company.does(project, "userTask_submitPlatformDocuments");

        assertThat(company.open(project)).containsExactly("userTask_prepareImportData");
    }

    // 6 Stopping

    @Test
    void whatIsCancelledBeforeAnyCommitmentCostsNothing() {
        ProjectCode project = certification.started();

        cancel(project);

        assertEnded(project, "endEvent_cancelledBeforeCommit", ProjectStatus.CANCELLED);
    }

    @Test
    void whatIsCancelledAfterTheFeeWasHeldGivesItBackAndBooksItsCostsOnceFinanceAgrees() {
        ProjectCode project =
                filing(CLEARANCE, line(BudgetLine.USER_FEE, "30000.00"), line(BudgetLine.AGENCY, "500.00"));
        company.does(project, "userTask_orderUserFee");
        company.decide(project, "APPROVE");

        cancel(project);
        assertThat(ledger.openHolds(project)).isEmpty();
        company.save(
                project,
                "invoices",
                List.of(Map.of(
                        "line", "AGENCY",
                        "invoiceNo", "AG-1",
                        "supplier", "Agency",
                        "currency", "USD",
                        "amount", "120.00")));
        company.does(project, "userTask_recordCancelCosts");
        assertThatThrownBy(() -> company.does(project, "userTask_approveCancelCosts", "cancelVerdict", "RETURN"))
                .hasMessageContaining("rule.returnReason");
        company.does(project, "userTask_approveCancelCosts", "cancelVerdict", "RETURN", "cancelComment", "proof?");
        company.does(project, "userTask_recordCancelCosts");
        company.does(project, "userTask_approveCancelCosts");

        assertEnded(project, "endEvent_cancelledAfterCommit", ProjectStatus.CANCELLED);
        assertThat(position(project, BudgetLine.AGENCY).spent()).isEqualTo(dollars("120.00"));
        assertThat(position(project, BudgetLine.USER_FEE).spent()).isEqualTo(dollars("0.00"));
    }

    @Test
    void aStepThatIsLateIsEscalatedUntilItIsDone() {
        ProjectCode project = certification.started();
        company.letBecomeLate(project, "userTask_describeProduct");
        assertThat(company.isEscalated(project)).isTrue();

        company.does(project, "userTask_describeProduct");

        assertThat(company.isEscalated(project)).isFalse();
    }
}
