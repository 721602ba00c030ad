package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.calendar.Deadline;
import com.lianxing.demo.CertificationProjects;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.lifecycle.LinkedDates;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.LinkKind;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What changes while a project runs, beside its plan: one test for each way. */
class FbaInboundChangesTest extends InboundSteps {

    @Autowired
    private CertificationProjects certification;

    @Autowired
    private LinkedDates links;

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAllIn(
                FbaInbound.KEY,
                repository,
                "subProcess_changeBudget",
                "subProcess_changeDate",
                "subProcess_dateAtRisk",
                "subProcess_skuBlocked",
                "subProcess_tariffChanged");
    }

    // Change the date

    @Test
    void nothingIsClosedWhileSomethingBesideItIsUndecided() {
        ProjectCode project = shipping(1);
        company.endShipments(project);
        company.save(project, "invoices", List.of(invoice("FREIGHT", "INV-1", "75.00")));
        company.does(project, "userTask_settleInvoices");
        company.decide(project, "APPROVE");
        request(project, ProjectProcess.DATE_AT_RISK);

        assertThatThrownBy(() -> company.does(project, "userTask_closeProject")).hasMessageContaining("rule.stillOpen");

        company.does(project, "userTask_decideOnDateRisk");
        company.does(project, "userTask_closeProject");
        assertThat(company.open(project)).isEmpty();
    }

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

    // A project waited for comes too late

    @Test
    void aClearanceThatComesTooLateIsDecidedOnAndTheDateIsKept() {
        ProjectCode project = company.startedAt("userTask_planBudget");
        ProjectCode clearance = certification.started();
        linkInTime(project, clearance);
        assertThat(company.open(project)).as("the same target is in time").containsExactly("userTask_planBudget");

        postpone(clearance, 1);
        assertThat(company.open(project)).containsExactly("userTask_decideOnDateRisk", "userTask_planBudget");
        company.does(project, "userTask_decideOnDateRisk");

        assertThat(company.open(project)).containsExactly("userTask_planBudget");
    }

    @Test
    void aDateThatCannotBeKeptIsMovedInAStepOfItsOwn() {
        ProjectCode project = company.startedAt("userTask_planBudget");
        ProjectCode clearance = certification.started();
        links.link(new ProjectLink(project, clearance, LinkKind.NEEDS_CLEARANCE, 10));

        company.does(project, "userTask_decideOnDateRisk", "riskDecision", "MOVE_DATE");

        assertThat(company.open(project)).containsExactly("userTask_changeDate", "userTask_planBudget");
    }

    @Test
    void aClearanceThatWillNeverComeIsADateAtRiskToo() {
        ProjectCode project = company.startedAt("userTask_planBudget");
        ProjectCode clearance = certification.started();
        linkInTime(project, clearance);

        request(clearance, ProjectProcess.CANCEL_REQUESTED);

        assertThat(company.open(project)).containsExactly("userTask_decideOnDateRisk", "userTask_planBudget");
    }

    /** It is cleared at the very moment at which it has to be. */
    private void linkInTime(ProjectCode project, ProjectCode clearance) {
        projects.moveTarget(project, projects.require(clearance).target(), "path test");
        links.link(new ProjectLink(project, clearance, LinkKind.NEEDS_CLEARANCE, 0));
    }

    @Test
    void aSkuThatIsBlockedIsDecidedOnWhileTheWorkGoesOn() {
        ProjectCode project = company.startedAt("userTask_planBudget");

        request(project, ProjectProcess.SKU_BLOCKED);
        company.does(project, "userTask_decideOnBlockedSku");

        assertThat(company.open(project)).containsExactly("userTask_planBudget");
    }

    private void postpone(ProjectCode project, int days) {
        request(project, ProjectProcess.DATE_CHANGED);
        Deadline target = projects.require(project).target();
        company.does(
                project,
                "userTask_changeDate",
                "newTargetAt",
                target.local().plusDays(days).toString(),
                "newTargetZone",
                target.zone().getId());
    }
}
