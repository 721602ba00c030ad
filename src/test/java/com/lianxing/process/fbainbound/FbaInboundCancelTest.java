package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.access.Role;
import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.Outcome;
import com.lianxing.demo.CertificationProjects;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LinePosition;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.lifecycle.LinkedDates;
import com.lianxing.project.LinkKind;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectStatus;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each way a project is cancelled. */
class FbaInboundCancelTest extends InboundSteps {

    @Autowired
    private CertificationProjects certification;

    @Autowired
    private LinkedDates links;

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAllIn(FbaInbound.KEY, repository, "subProcess_cancelProject");
    }

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
        company.decide(project, "APPROVE");

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

    @Test
    void eachProjectThatACancelledOneWaitedForIsKeptOrCancelledByWhoeverMay() {
        ProjectCode project = company.startedAt("userTask_planBudget");
        ProjectCode kept = certification.started();
        ProjectCode ended = certification.started();
        for (ProjectCode clearance : List.of(kept, ended)) {
            links.link(new ProjectLink(project, clearance, LinkKind.NEEDS_CLEARANCE, 0));
        }

        cancel(project);
        company.does(project, "userTask_decideOnLinkedProject", "newOwner", "trio");
        company.does(project, "userTask_decideOnLinkedProject", "linkDecision", "CANCEL");

        assertEnded(project, "endEvent_cancelledBeforeCommit", ProjectStatus.CANCELLED);
        assertThat(projects.require(kept).owner()).isEqualTo("trio");
        assertThat(projects.memberFor(kept, Role.PROJECT_MANAGER)).contains("trio");
        assertThat(company.open(kept)).containsExactly("userTask_describeProduct");
        assertStatus(ended, ProjectStatus.CANCELLED);
    }

    @Test
    void stockThatIsKeptHasAnOwner() {
        ProjectCode project = company.startedAt("userTask_planBudget");
        ProjectCode stock = company.startedAt("userTask_reworkGoods", line(BudgetLine.PRODUCT, "900.00"));
        links.link(new ProjectLink(project, stock, LinkKind.FEEDS_STOCK, 0));

        cancel(project);
        assertThatThrownBy(() -> company.does(project, "userTask_decideOnLinkedProject"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rule.ownerOfStock");
        company.does(project, "userTask_decideOnLinkedProject", "newOwner", "trio");

        assertThat(projects.require(stock).owner()).isEqualTo("trio");
        assertThat(ledger.total(stock).limit()).isEqualTo(usd("900.00"));
    }
}
