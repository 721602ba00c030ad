package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.demo.InboundProjects;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.LinePosition;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.fbashipment.FbaShipment;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What each change does to each budget line in each phase. The figures were worked out by hand: limit, held, spent and
 * available in dollars.
 */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesInEachPhaseTest {

    private enum Phase {
        PLANNING("userTask_planFreight"),
        APPROVED(
                "userTask_placeOrder",
                "PRODUCT 1000.00 0.00 0.00 1000.00",
                "FREIGHT 900.00 0.00 0.00 900.00",
                "PLACEMENT 200.00 0.00 0.00 200.00"),
        ORDERED(
                "userTask_payDeposit",
                "PRODUCT 1000.00 900.00 0.00 100.00",
                "FREIGHT 900.00 0.00 0.00 900.00",
                "PLACEMENT 200.00 0.00 0.00 200.00"),
        DEPOSIT_PAID(
                "userTask_confirmGoodsReady",
                "PRODUCT 1000.00 630.00 270.00 100.00",
                "FREIGHT 900.00 0.00 0.00 900.00",
                "PLACEMENT 200.00 0.00 0.00 200.00"),
        AT_SEA(
                Routes.SHIPMENT + "userTask_fileEntry",
                "PRODUCT 100.00 0.00 0.00 100.00",
                "FREIGHT 900.00 200.00 0.00 700.00",
                "PLACEMENT 200.00 120.00 0.00 80.00",
                "BROKER 500.00 0.00 0.00 500.00",
                "DUTY 2000.00 0.00 0.00 2000.00",
                "CUSTOMS_FEES 100.00 0.00 0.00 100.00"),
        CUSTOMS(
                Routes.SHIPMENT + "userTask_payDuty",
                "PRODUCT 100.00 0.00 0.00 100.00",
                "FREIGHT 900.00 200.00 0.00 700.00",
                "PLACEMENT 200.00 120.00 0.00 80.00",
                "BROKER 500.00 0.00 0.00 500.00",
                "DUTY 2000.00 1701.00 0.00 299.00",
                "CUSTOMS_FEES 100.00 59.40 0.00 40.60"),
        RECEIVING(
                Routes.SHIPMENT + "userTask_recordReceipt",
                "PRODUCT 100.00 0.00 0.00 100.00",
                "FREIGHT 900.00 200.00 0.00 700.00",
                "PLACEMENT 200.00 120.00 0.00 80.00",
                "BROKER 500.00 0.00 0.00 500.00",
                "DUTY 2000.00 0.00 1701.00 299.00",
                "CUSTOMS_FEES 100.00 0.00 59.40 40.60"),
        CLOSED(
                "userTask_closeProject",
                "PRODUCT 100.00 0.00 0.00 100.00",
                "FREIGHT 900.00 0.00 75.00 825.00",
                "PLACEMENT 200.00 0.00 0.00 200.00",
                "BROKER 500.00 0.00 0.00 500.00",
                "DUTY 2000.00 0.00 1701.00 299.00",
                "CUSTOMS_FEES 100.00 0.00 59.40 40.60");

        private final String place;
        private final List<String> lines;

        Phase(String place, String... lines) {
            this.place = place;
            this.lines = List.of(lines);
        }
    }

    private enum Change {
        CANCEL(ProjectProcess.CANCEL_REQUESTED),
        /** Fifty dollars more for the freight. */
        BUDGET(ProjectProcess.BUDGET_CHANGE_REQUESTED),
        /** To one who asks 250 dollars in place of 200. */
        CARRIER(FbaShipment.CARRIER_CHANGED),
        DATE(ProjectProcess.DATE_CHANGED),
        TARIFF(FbaInbound.TARIFF_CHANGED);

        private final String message;

        Change(String message) {
            this.message = message;
        }
    }

    @Autowired
    private InboundProjects company;

    @Autowired
    private Routes routes;

    @Autowired
    private Messages messages;

    @Autowired
    private OutsideFacts facts;

    @Autowired
    private Projects projects;

    @Autowired
    private BudgetLedger ledger;

    @BeforeAll
    void theCompany() {
        company.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLANNING     | CANCEL  |
            PLANNING     | BUDGET  |
            PLANNING     | DATE    |
            PLANNING     | TARIFF  |
            APPROVED     | CANCEL  |
            APPROVED     | BUDGET  | FREIGHT 950.00 0.00 0.00 950.00
            APPROVED     | DATE    |
            APPROVED     | TARIFF  |
            ORDERED      | CANCEL  | PRODUCT 1000.00 0.00 12.50 987.50
            ORDERED      | BUDGET  | FREIGHT 950.00 0.00 0.00 950.00
            ORDERED      | DATE    |
            ORDERED      | TARIFF  |
            DEPOSIT_PAID | CANCEL  | PRODUCT 1000.00 0.00 282.50 717.50
            DEPOSIT_PAID | BUDGET  | FREIGHT 950.00 0.00 0.00 950.00
            DEPOSIT_PAID | DATE    |
            DEPOSIT_PAID | TARIFF  |
            AT_SEA       | CANCEL  | PRODUCT 100.00 0.00 12.50 87.50; FREIGHT 900.00 0.00 0.00 900.00; PLACEMENT 200.00 0.00 0.00 200.00
            AT_SEA       | BUDGET  | FREIGHT 950.00 200.00 0.00 750.00
            AT_SEA       | CARRIER | FREIGHT 900.00 250.00 0.00 650.00
            AT_SEA       | DATE    |
            AT_SEA       | TARIFF  |
            CUSTOMS      | CANCEL  | PRODUCT 100.00 0.00 12.50 87.50; FREIGHT 900.00 0.00 0.00 900.00; PLACEMENT 200.00 0.00 0.00 200.00; DUTY 2000.00 0.00 0.00 2000.00; CUSTOMS_FEES 100.00 0.00 0.00 100.00
            CUSTOMS      | BUDGET  | FREIGHT 950.00 200.00 0.00 750.00
            CUSTOMS      | CARRIER | FREIGHT 900.00 250.00 0.00 650.00
            CUSTOMS      | DATE    |
            CUSTOMS      | TARIFF  |
            RECEIVING    | CANCEL  | PRODUCT 100.00 0.00 12.50 87.50; FREIGHT 900.00 0.00 0.00 900.00; PLACEMENT 200.00 0.00 0.00 200.00
            RECEIVING    | BUDGET  | FREIGHT 950.00 200.00 0.00 750.00
            RECEIVING    | DATE    |
            RECEIVING    | TARIFF  |
            """)
    void aChangeTouchesTheLinesItIsAboutAndNoOther(Phase phase, Change change, @Nullable String changedLines) {
        ProjectCode project = routes.to(phase.place);
        assertThat(lines(project)).isEqualTo(parsed(phase.lines));

        make(project, change);

        Map<String, String> expected = parsed(phase.lines);
        if (changedLines != null) {
            expected.putAll(parsed(List.of(changedLines.split("; "))));
        }
        assertThat(lines(project)).isEqualTo(expected);
        assertThat(projects.require(project).status().isOpen()).isEqualTo(change != Change.CANCEL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"PLANNING", "APPROVED", "ORDERED", "DEPOSIT_PAID"})
    void beforeThereIsAShipmentNoCarrierChanges(Phase phase) {
        ProjectCode project = routes.to(phase.place);

        assertThatThrownBy(() -> report(project, Change.CARRIER.message, "{}"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("MESSAGE_SUBJECT_MISSING"));

        assertThat(lines(project)).isEqualTo(parsed(phase.lines));
    }

    @Test
    void onceAShipmentIsDeliveredItsCarrierIsNotChanged() {
        ProjectCode project = routes.to(Phase.RECEIVING.place);

        assertThatThrownBy(() -> routes.tell(project, Change.CARRIER.message))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("SHIPMENT_NOT_UNDER_WAY"));

        assertThat(lines(project)).isEqualTo(parsed(Phase.RECEIVING.lines));
        assertThat(company.open(project)).doesNotContain("userTask_inviteSuppliers");
    }

    @Test
    void whatIsReportedOfAShipmentThatTheProjectDoesNotHaveIsRefused() {
        ProjectCode project = routes.to(Phase.AT_SEA.place);
        ProjectCode other = routes.to(Phase.AT_SEA.place);
        String shipment = other + "-S1";

        assertThatThrownBy(() -> messages.report(new Messages.Report(
                        "stray-" + project, project, FbaShipment.GOODS_DELIVERED, shipment, null, "{}", "pm", null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("SHIPMENT_UNKNOWN"));

        assertThat(facts.latest(FbaShipment.GOODS_DELIVERED, shipment)).isEmpty();
    }

    @Test
    void aClosedProjectTakesNoChangeAndKeepsItsBooks() {
        ProjectCode project = routes.to(Phase.CLOSED.place);
        company.decide(project, "APPROVE");
        // The ship came another day than the plan said.
        company.does(project, "userTask_changeDate");
        company.does(project, "userTask_closeProject");
        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CLOSED_SUCCESS);
        assertThat(lines(project)).isEqualTo(parsed(Phase.CLOSED.lines));

        for (Change change : Change.values()) {
            assertThatThrownBy(() -> routes.tell(project, change.message))
                    .as(change.name())
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("PROJECT_ENDED"));
        }

        assertThat(lines(project)).isEqualTo(parsed(Phase.CLOSED.lines));
    }

    @ParameterizedTest
    @CsvSource({"{}", "'{\"reason\":\" \"}'", "'{\"reason\":null}'", "[]"})
    void nobodyCancelsWithoutSayingWhy(String content) {
        ProjectCode project = company.startedAt("userTask_planQuantities");

        assertThatThrownBy(() -> report(project, ProjectProcess.CANCEL_REQUESTED, content))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("REASON_NEEDED"));

        assertThat(company.open(project)).containsExactly("userTask_planQuantities");
    }

    private void make(ProjectCode project, Change change) {
        routes.tell(project, change.message);
        switch (change) {
            case CANCEL -> routes.finishCancelling(project);
            case BUDGET -> {
                company.does(project, "userTask_planBudgetChange", "changeUsd", "50.00");
                company.decide(project, "APPROVE");
            }
            case CARRIER -> {
                company.does(project, "userTask_inviteSuppliers");
                company.does(project, "userTask_collectQuotes");
                company.does(project, "userTask_recommendQuote");
                company.does(project, "userTask_compareCarriers", "freightAmount", "250.00");
                company.decide(project, "APPROVE");
            }
            case DATE -> company.does(project, "userTask_changeDate");
            case TARIFF ->
                assertThat(company.open(project)).as("nobody is asked").doesNotContain("userTask_decide");
        }
    }

    private void report(ProjectCode project, String message, String content) {
        messages.report(
                new Messages.Report(project + message + content, project, message, null, null, content, "pm", null));
    }

    private Map<String, String> lines(ProjectCode project) {
        return ledger.positions(project).stream()
                .collect(Collectors.toMap(
                        line -> line.line().name(), ChangesInEachPhaseTest::figures, (a, b) -> a, TreeMap::new));
    }

    private static String figures(LinePosition line) {
        return "%s %s %s %s"
                .formatted(
                        line.limit().amount(),
                        line.held().amount(),
                        line.spent().amount(),
                        line.available().amount());
    }

    private static Map<String, String> parsed(List<String> lines) {
        Map<String, String> parsed = new TreeMap<>();
        for (String line : lines) {
            int end = line.indexOf(' ');
            parsed.put(line.substring(0, end), line.substring(end + 1));
        }
        return parsed;
    }
}
