package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.demo.InboundProjects;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.LedgerEntry;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.Messages;
import com.lianxing.process.amazonoperation.ScriptedAmazon;
import com.lianxing.process.engine.worker.OutsideWorker;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.reference.EntryResult;
import com.lianxing.reference.NewReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of {@code processes/fba-inbound.bpmn} have in common: the company at work, and how far it has come. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InboundSteps {

    @Autowired
    InboundProjects company;

    @Autowired
    Messages messages;

    @Autowired
    ScriptedAmazon amazon;

    @Autowired
    OutsideWorker worker;

    @Autowired
    InboundPlans plans;

    @Autowired
    Outbox outbox;

    @Autowired
    ShipmentEnds ends;

    @Autowired
    TariffWatch tariffs;

    @Autowired
    ReferenceValues references;

    @Autowired
    Inbound inbound;

    @Autowired
    Clock clock;

    @Autowired
    Catalog catalog;

    @Autowired
    Projects projects;

    @Autowired
    BudgetLedger ledger;

    @Autowired
    ApprovalRequests requests;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(FbaInbound.KEY);
    }

    @AfterEach
    void releaseTheClock() {
        amazon.disconnect();
        company.releaseTheClock();
    }

    ProjectCode checking(int skus) {
        return company.startedAt("subProcess_checkCompliance#multiInstanceBody", skus);
    }

    ProjectCode budgeting() {
        ProjectCode project = company.startedAt("userTask_planBudget");
        company.save(
                project,
                "budget",
                List.of(Map.of("line", "PRODUCT", "currency", "USD", "amount", "900.00", "basis", "")));
        company.does(project, "userTask_planBudget");
        return project;
    }

    ProjectCode ordering() {
        ProjectCode project = company.startedAt(
                "userTask_placeOrder", 2, line(BudgetLine.PRODUCT, "1000.00"), line(BudgetLine.FREIGHT, "300.00"));
        order(project);
        return project;
    }

    ProjectCode producing() {
        ProjectCode project = ordering();
        company.decide(project, "APPROVE");
        company.does(project, "userTask_payDeposit", paid("270.00", "PI"));
        company.decide(project, "APPROVE");
        return project;
    }

    void order(ProjectCode project) {
        company.does(project, "userTask_placeOrder", "orderAmount", "900.00", "orderCurrency", "USD");
    }

    void connect() {
        amazon.connect();
        amazon.finishesAtOnce();
    }

    /** What Amazon was asked, in its order, without plans and arguments. */
    List<String> asked() {
        return amazon.writes().stream()
                .map(write -> write.substring(0, write.indexOf(' ')))
                .toList();
    }

    /** A placement of Amazon's was chosen, whose fee is to be approved. */
    ProjectCode placedByAmazon() {
        connect();
        ProjectCode project = company.startedAt("subProcess_planAtAmazon", line(BudgetLine.PLACEMENT, "200.00"));
        worker.workAll();
        describeBoxes(project);
        worker.workAll();
        chooseOffer(project, "pl-2");
        return project;
    }

    void chooseOffer(ProjectCode project, String id) {
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

    ProjectCode placing() {
        ProjectCode project = company.startedAt("subProcess_planAtAmazon", line(BudgetLine.PLACEMENT, "200.00"));
        company.does(project, "userTask_createInboundPlan");
        describeBoxes(project);
        return project;
    }

    void describeBoxes(ProjectCode project) {
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

    void choosePlacement(ProjectCode project, String fee, int splits) {
        company.does(project, "userTask_choosePlacement", "feeUsd", fee, "splits", splits);
    }

    void confirm(ProjectCode project, int shipments) {
        company.save(project, "shipments", splits(project, shipments));
        company.does(project, "userTask_confirmInboundPlan");
    }

    void report(ProjectCode project, String verdict) {
        company.does(project, "userTask_deliver");
        company.does(project, "userTask_reviewDeliverable", "reviewVerdict", verdict, "reviewComment", "path");
    }

    ProjectCode shipping(int shipments) {
        ProjectCode project = company.startedAt("userTask_confirmInboundPlan", line(BudgetLine.FREIGHT, "900.00"));
        confirm(project, shipments);
        return project;
    }

    void settle(ProjectCode project) {
        company.save(project, "invoices", List.of(invoice("FREIGHT", "INV-1", "75.00")));
        company.does(project, "userTask_settleInvoices");
        assertStatus(project, ProjectStatus.CLOSING);
        company.decide(project, "APPROVE"); // Nobody had asked for that money.
        company.does(project, "userTask_closeProject");
    }

    Map<String, String> item(ProjectCode project, String margin) {
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

    Map<String, String> box(ProjectCode project) {
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

    List<Map<String, String>> labels(ProjectCode project) {
        return company.skus(project).stream()
                .map(sku -> Map.of("sku", sku, "barcodeType", "FNSKU", "fnsku", "X001PILLOW"))
                .toList();
    }

    List<Map<String, String>> splits(ProjectCode project, int shipments) {
        String number = project.value().substring(project.value().length() - 3);
        String sku = company.skus(project).get(0);
        Map<String, String> first = split("FBAPATH" + number + "A", sku, shipments == 1 ? "100" : "60");
        return shipments == 1 ? List.of(first) : List.of(first, split("FBAPATH" + number + "B", sku, "40"));
    }

    static Map<String, String> split(String shipment, String sku, String units) {
        return Map.of("amazonShipmentId", shipment, "fulfilmentCenter", "ONT8", "sku", sku, "units", units);
    }

    static Map<String, String> invoice(String line, String number, String amount) {
        return Map.of("line", line, "invoiceNo", number, "supplier", "Path", "currency", "USD", "amount", amount);
    }

    static Object[] paid(String amount, String invoice) {
        return new Object[] {"paidAmount", amount, "paidCurrency", "USD", "invoiceNo", invoice};
    }

    Messages.Outcome reportCleared(ProjectCode project, int sku) {
        String code = company.skus(project).get(sku);
        return messages.report(new Messages.Report(
                project + ":cleared:" + code, project, FbaInbound.CLEARED, null, code, "{}", "compliance", null));
    }

    void cancel(ProjectCode project) {
        request(project, ProjectProcess.CANCEL_REQUESTED);
    }

    void tariff(String key, String rate) {
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

    void request(ProjectCode project, String message) {
        Messages.Outcome outcome = messages.report(new Messages.Report(
                project + message, project, message, null, null, "{\"reason\":\"path\"}", "pm", null));
        assertThat(outcome).isEqualTo(Messages.Outcome.DELIVERED);
    }

    Instant tenDaysBeforeTarget(ProjectCode project) {
        Deadline target = projects.require(project).target();
        return target.local().minusDays(10).atZone(target.zone()).toInstant();
    }

    String inUtc(long days) {
        LocalDateTime then =
                LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(days);
        return then.withSecond(0).withNano(0).toString();
    }

    /** Kinds of messages that the person got about the project, without those of approvals and of the schedule. */
    List<String> told(String person, ProjectCode project) {
        return outbox.to(person, 50).stream()
                .filter(message -> message.subjectCode().equals(project.value()))
                .map(Notification::kind)
                .filter(kind -> !kind.startsWith("APPROVAL"))
                .filter(kind -> !Set.of("TARGET_MISSED", "BUFFER_ALMOST_USED").contains(kind))
                .toList();
    }

    ApprovalRequest onlyRequest(ProjectCode project) {
        assertThat(requests.of(project)).hasSize(1);
        return requests.of(project).get(0);
    }

    void assertSku(ProjectCode project, int sku, ComplianceState state) {
        assertThat(catalog.find(company.skus(project).get(sku)).orElseThrow().state())
                .isEqualTo(state);
    }

    void assertStatus(ProjectCode project, ProjectStatus status) {
        assertThat(projects.require(project).status()).isEqualTo(status);
    }

    void assertHeld(ProjectCode project, String dollars) {
        assertThat(ledger.total(project).held()).isEqualTo(usd(dollars));
    }

    /** Nothing of the project, or of what it called, is left running; it ended once, there. */
    void assertEnded(ProjectCode project, String endEvent, ProjectStatus status) {
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
    void assertBooksClosed(ProjectCode project, String spent) {
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

    static LineAmount line(BudgetLine line, String dollars) {
        return new LineAmount(line, usd(dollars));
    }

    static Money usd(String dollars) {
        return Money.parse(dollars, "USD");
    }
}
