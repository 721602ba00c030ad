package com.lianxing.process.fdacertification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.catalog.ComplianceState;
import com.lianxing.certification.Successions;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.notification.Notification;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What changes while an FDA project runs, beside its plan: one test for each way. */
class FdaCertificationChangesTest extends CertificationSteps {

    @Autowired
    private Successions successions;

    @Autowired
    private Sheet.Sheets sheets;

    @Autowired
    private RegulationWatch watch;

    private final List<String> deployed = new ArrayList<>();

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAllIn(
                FdaCertification.KEY,
                repository,
                "subProcess_answerDetention",
                "subProcess_changeBudget",
                "subProcess_changeDate",
                "subProcess_changeProduct",
                "subProcess_replaceAgent",
                "subProcess_reviewRegulation");
    }

    @Test
    void aChangeOfTheBudgetIsApprovedWhileTheWorkGoesOn() {
        ProjectCode project = filing(RADIATION, line(BudgetLine.AGENCY, "100.00"));
        request(project, ProjectProcess.BUDGET_CHANGE_REQUESTED);
        assertThat(company.open(project)).containsExactly("userTask_planBudgetChange", "userTask_submitFiling");
        assertThatThrownBy(() -> company.does(
                        project, "userTask_planBudgetChange", "changeKind", "MOVE", "changeLine", "AGENCY"))
                .hasMessageContaining("rule.otherLine");

        company.does(project, "userTask_planBudgetChange", "changeLine", "AGENCY", "changeUsd", "50.00");
        company.decide(project, "APPROVE");

        assertThat(position(project, BudgetLine.AGENCY).limit()).isEqualTo(dollars("150.00"));
        assertThat(company.open(project)).containsExactly("userTask_submitFiling");
    }

    @Test
    void anotherTargetDateIsToldToTheTeam() {
        ProjectCode project = certification.started();
        request(project, ProjectProcess.DATE_CHANGED);

        company.does(project, "userTask_changeDate");

        assertThat(projects.require(project).target().local().toLocalDate())
                .isEqualTo(clock.today(ZoneId.of("Asia/Shanghai")).plusDays(180));
        assertThat(outbox.to("compliance", 20))
                .filteredOn(message -> message.subjectCode().equals(project.value()))
                .extracting(Notification::kind)
                .contains("DATE_CHANGED");
    }

    // Another product

    @Test
    void aChangedProductIsGoneOnWithInAnotherProjectThatKeepsWhatIsStillProven() {
        ProjectCode project = certification.startedAt(
                "subProcess_proveProduct#multiInstanceBody", RADIATION, line(BudgetLine.AGENCY, "500.00"));
        proven(project, Proof.TEST_REPORT);

        request(project, FdaCertification.PRODUCT_CHANGED);
        assertThat(company.open(project)).containsExactly("userTask_settleChange");
        assertThatThrownBy(() -> company.does(project, "userTask_settleChange", "keepLabel", true))
                .hasMessageContaining("rule.proofNotAccepted");
        company.save(
                project,
                "invoices",
                List.of(Map.of(
                        "line", "AGENCY",
                        "invoiceNo", "AG-1",
                        "supplier", "Agency",
                        "currency", "USD",
                        "amount", "120.00")));
        company.does(project, "userTask_settleChange", "keepTestReport", true);
        company.decide(project, "APPROVE"); // Nobody had asked for that money.

        assertEnded(project, "endEvent_pathChanged", ProjectStatus.CLOSED_FAILED);
        assertThat(position(project, BudgetLine.AGENCY).spent()).isEqualTo(dollars("120.00"));
        ProjectCode successor = successions.successorOf(project).orElseThrow();
        assertThat(projects.require(successor).name())
                .isEqualTo(projects.require(project).name());
        assertThat(projects.require(successor).owner())
                .isEqualTo(projects.require(project).owner());
        assertThat(sheets.find("certifiedSkus")
                        .orElseThrow()
                        .read(Sheet.Subject.of(successor))
                        .rows())
                .isEqualTo(sheets.find("certifiedSkus")
                        .orElseThrow()
                        .read(Sheet.Subject.of(project))
                        .rows());
        assertThat(company.open(successor)).containsExactly("userTask_describeProduct");
    }

    @Test
    void whatWasTakenOverIsNotProvenAgain() {
        ProjectCode project = certification.startedAt(
                "subProcess_proveProduct#multiInstanceBody", RADIATION, line(BudgetLine.AGENCY, "500.00"));
        allProven(project);
        request(project, FdaCertification.PRODUCT_CHANGED);
        company.does(project, "userTask_settleChange", "keepTestReport", true, "keepTechnicalFile", true);
        ProjectCode successor = successions.successorOf(project).orElseThrow();
        certification.goesOnWith(successor, project);

        company.does(successor, "userTask_describeProduct");
        company.does(successor, "userTask_confirmPaths");
        company.does(successor, "userTask_planServices");
        company.does(successor, "userTask_planBudget");
        company.decide(successor, "APPROVE");
        company.does(successor, "userTask_appointAgents");
        company.does(successor, "userTask_recordIdentifiers");
        assertThat(company.task(successor, "userTask_deliver").groups())
                .as("the label alone")
                .containsExactly("design");
        allProven(successor);

        assertThat(company.open(successor)).containsExactly("userTask_checkClaims");
    }

    // Another agent

    @Test
    void anAgentIsReplacedWithoutADayBetween() {
        ProjectCode project = filing(RADIATION, line(BudgetLine.AGENCY, "100.00"));
        request(project, FdaCertification.AGENCY_CHANGED);
        String today = clock.today(ZoneId.of("Asia/Shanghai")).toString();
        String before = clock.today(ZoneId.of("Asia/Shanghai")).minusDays(1).toString();

        assertThatThrownBy(() ->
                        company.does(project, "userTask_replaceAgent", "newConsentOn", today, "oldEndsOn", before))
                .hasMessageContaining("rule.agentGap");
        assertThatThrownBy(() -> company.does(project, "userTask_replaceAgent", "loginsHandedOver", false))
                .hasMessageContaining("rule.handOver");
        company.does(project, "userTask_replaceAgent", "newConsentOn", today, "oldEndsOn", today);

        assertThat(company.open(project)).containsExactly("userTask_submitFiling");
    }

    @Test
    void whoReplacesAnAgencyComparesQuotesFirst() {
        ProjectCode project = filing(RADIATION, line(BudgetLine.AGENCY, "100.00"));
        company.save(
                project,
                "services",
                List.of(
                        Map.of("purchase", "LAB_TESTS", "specification", "beam power", "pieces", "2"),
                        Map.of("purchase", "US_AGENT", "specification", "one laser", "pieces", "1")));
        request(project, FdaCertification.AGENCY_CHANGED);
        assertThat(company.open(project)).contains("userTask_inviteSuppliers").doesNotContain("userTask_replaceAgent");

        company.does(project, "userTask_inviteSuppliers");
        company.save(
                project,
                "quotes",
                List.of(Map.of(
                        "supplier",
                        "Bay Regulatory",
                        "quoteNo",
                        "BR-1",
                        "mode",
                        "US_AGENT",
                        "currency",
                        "USD",
                        "amount",
                        "300",
                        "transitDays",
                        "5",
                        "validUntil",
                        "2099-12-31")));
        company.does(project, "userTask_collectQuotes");
        company.does(
                project,
                "userTask_recommendQuote",
                "winnerQuoteNo",
                "BR-1",
                "singleSourceReason",
                "the others refused");

        assertThat(company.open(project)).containsExactlyInAnyOrder("userTask_submitFiling", "userTask_replaceAgent");
    }

    // A changed rule

    @Test
    void aTableThatSaysSomethingElseIsReviewedByEachProjectItFoundThePathsOf() throws IOException {
        ProjectCode project = filing(RADIATION, line(BudgetLine.AGENCY, "100.00"));
        company.letPass(Duration.ofHours(1));
        String table = Files.readString(Path.of("processes/fda-path.dmn"));
        try {
            deploy(table);
            watch.look(project);
            assertThat(company.open(project))
                    .as("released again, and says the same")
                    .containsExactly("userTask_submitFiling");

            deploy(table.replace("Kind of product", "Sort of product"));
            watch.look(project);
            watch.look(project);

            assertThat(company.open(project)).containsExactly("userTask_reviewRegulation", "userTask_submitFiling");
            company.does(project, "userTask_reviewRegulation");
            assertThat(company.open(project)).containsExactly("userTask_submitFiling");
        } finally {
            deployed.forEach(deployment -> repository.deleteDeployment(deployment, true));
        }
    }

    private void deploy(String table) {
        deployed.add(repository
                .createDeployment()
                .name("a rule of the FDA")
                .addString("fda-path.dmn", table)
                .deploy()
                .getId());
    }

    // Detained goods

    @ParameterizedTest
    @CsvSource({"RELEASED, NOT_CLEARED", "REFUSED, BLOCKED"})
    void aDetentionIsAnsweredByTheDateOfItsNotice(String result, ComplianceState state) {
        ProjectCode project = filing(RADIATION, line(BudgetLine.AGENCY, "100.00"));
        catalog.setState(SKU, ComplianceState.NOT_CLEARED, "compliance");
        Instant due = clock.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS);
        assertThat(messages.report(new Messages.Report(
                        project + ":detained",
                        project,
                        FdaCertification.DETAINED,
                        null,
                        null,
                        "{\"dueAt\":\"%s\",\"reference\":\"N-1\"}".formatted(due.atOffset(ZoneOffset.UTC)),
                        "compliance",
                        null)))
                .isEqualTo(Messages.Outcome.DELIVERED);
        assertThat(company.task(project, "userTask_answerDetention").dueAt()).isEqualTo(due);

        company.does(project, "userTask_answerDetention", "detentionResult", result);

        assertThat(catalog.find(SKU).orElseThrow().state()).isEqualTo(state);
        assertThat(company.open(project)).containsExactly("userTask_submitFiling");
        catalog.unblock(SKU, FdaCertification.REFUSED_ENTRY, "compliance");
    }

    @Test
    void aNoticeWithoutItsDateIsRefused() {
        ProjectCode project = filing(RADIATION, line(BudgetLine.AGENCY, "100.00"));

        assertThatThrownBy(() -> request(project, FdaCertification.DETAINED))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dueAt");
    }
}
