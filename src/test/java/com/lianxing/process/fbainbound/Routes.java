package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.calendar.Clock;
import com.lianxing.demo.InboundProjects;
import com.lianxing.inbound.Inbound;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.process.Messages;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.fbashipment.FbaShipment;
import com.lianxing.process.lifecycle.LinkedDates;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.LinkKind;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How a project comes to each of its places: from the place before, by what the people do there with real forms, holds
 * and approvals. A place is a path from {@code fba-inbound} through call activities, e.g. {@code
 * callActivity_approveOrder/userTask_decide}. One SKU, one shipment of a hundred units.
 */
@Component
class Routes {

    static final String SHIPMENT = "callActivity_shipShipments/";
    /** On the line PRODUCT, in dollars. */
    static final String CANCEL_COST = "12.50";

    static final String COMPARE = "callActivity_compareQuotes";
    private static final String COMPARE_AGAIN = "callActivity_compareQuotesAgain";
    private static final String REPORT = "callActivity_reviewInspection";

    private final InboundProjects company;
    private final Inbound inbound;
    private final Messages messages;
    private final LinkedDates links;
    private final WorkList work;
    private final Clock clock;
    private final Map<String, Leg> legs = new HashMap<>();

    private interface Leg {
        ProjectCode go();
    }

    Routes(InboundProjects company, Inbound inbound, Messages messages, LinkedDates links, WorkList work, Clock clock) {
        this.company = company;
        this.inbound = inbound;
        this.messages = messages;
        this.links = links;
        this.work = work;
        this.clock = clock;
        plan();
        order();
        place();
        settle();
        change();
        Stream.of(COMPARE, COMPARE_AGAIN, SHIPMENT + COMPARE).forEach(this::compare);
        review();
        Stream.of(
                        "callActivity_approveBudget",
                        "callActivity_approveOrder",
                        "callActivity_approveDeposit",
                        "callActivity_approveBalance",
                        "callActivity_approveUpgrade",
                        "callActivity_approvePlacement",
                        "callActivity_approveBudgetChange",
                        SHIPMENT + "callActivity_approveFreight",
                        SHIPMENT + "callActivity_approveExamFees",
                        SHIPMENT + "callActivity_approveDuty",
                        SHIPMENT + "callActivity_approveCarrierChange")
                .forEach(call -> leg(call + "/userTask_decide", call, project -> {}));
        escalate("", "userTask_payDeposit");
        escalate(COMPARE + "/", "userTask_inviteSuppliers");
        escalate(COMPARE_AGAIN + "/", "userTask_inviteSuppliers");
        escalate(SHIPMENT + COMPARE + "/", "userTask_inviteSuppliers");
        escalate(REPORT + "/", "userTask_deliver");
        escalate(SHIPMENT, "userTask_bookCarrier");
    }

    /** A project that stands there now. */
    ProjectCode to(String place) {
        return Objects.requireNonNull(legs.get(place), () -> "no way leads to " + place)
                .go();
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

    /** What a cancellation leaves to people: a plan to be voided by hand, costs to be recorded and approved. */
    void finishCancelling(ProjectCode project) {
        if (company.open(project).contains("userTask_decideOnLinkedProject")) {
            company.does(project, "userTask_decideOnLinkedProject", "newOwner", "trio");
        }
        if (company.open(project).contains("userTask_voidInboundPlan")) {
            company.does(project, "userTask_voidInboundPlan");
        }
        if (company.open(project).contains("userTask_recordCancelCosts")) {
            recordCancelCosts(project);
        }
        if (!company.open(project).isEmpty()) {
            company.does(project, "userTask_approveCancelCosts");
        }
    }

    /** One invoice more, and the costs of cancelling are recorded. */
    private void recordCancelCosts(ProjectCode project) {
        company.add(project, "invoices", invoice("PRODUCT", "CANCEL-1", CANCEL_COST));
        company.does(project, "userTask_recordCancelCosts");
    }

    /** Everybody who is asked about a late step has it chased; everybody else approves. */
    void chase(ProjectCode project) {
        WorkItem item = company.task(project, "userTask_decide");
        String person = company.take(item);
        work.submit(item.taskId(), person, Map.of("delayDecision", "CHASE"));
    }

    private void plan() {
        begin("userTask_planQuantities");
        step("userTask_requestCapacity", "userTask_planQuantities", "capacityCuFt", "5.00");
        step("userTask_checkCompliance", "userTask_planQuantities");
        step("userTask_recordClearance", "userTask_checkCompliance", "complianceResult", "NEEDS_CLEARANCE");
        step("userTask_decideOnSku", "userTask_checkCompliance", "complianceResult", "CANNOT_BE_CLEARED");
        step("userTask_planFreight", "userTask_checkCompliance");
        step(COMPARE, "userTask_planFreight");
        step("userTask_planBudget", COMPARE + "/userTask_recommendQuote");
        leg("callActivity_approveBudget", "userTask_planBudget", project -> {
            company.save(
                    project,
                    "budget",
                    List.of(Map.of("line", "PRODUCT", "currency", "USD", "amount", "900.00", "basis", "")));
            company.does(project, "userTask_planBudget");
        });
    }

    private void order() {
        begin(
                "userTask_placeOrder",
                line(BudgetLine.PRODUCT, "1000.00"),
                line(BudgetLine.FREIGHT, "900.00"),
                line(BudgetLine.PLACEMENT, "200.00"));
        step("callActivity_approveOrder", "userTask_placeOrder", "orderAmount", "900.00", "orderCurrency", "USD");
        decided("userTask_reviseAfterRejection", "callActivity_approveOrder", "REJECT");
        decided("userTask_payDeposit", "callActivity_approveOrder", "APPROVE");
        step("callActivity_approveDeposit", "userTask_payDeposit", paid("270.00", "PI"));
        decided("userTask_confirmGoodsReady", "callActivity_approveDeposit", "APPROVE");
        fired("userTask_replanLateGoods", "userTask_confirmGoodsReady", "timerEvent_supplierVeryLate");
        step("callActivity_approveUpgrade", "userTask_replanLateGoods", () -> new Object[] {
            "replanChoice",
            "FASTER_TRANSPORT",
            "upgradeUsd",
            "250.00",
            "approvalNeededAt",
            inUtc(3),
            "approvalNeededZone",
            "Etc/UTC"
        });
        step(REPORT, "userTask_confirmGoodsReady");
        step("userTask_recordInspection", REPORT + "/userTask_reviewDeliverable", "reviewVerdict", "ACCEPT");
        step("userTask_reworkGoods", "userTask_recordInspection", "inspectionResult", "FAIL");
        leg("userTask_decideOnFailedGoods", "userTask_reworkGoods", project -> {
            company.does(project, "userTask_reworkGoods");
            company.does(project, "userTask_deliver");
            company.does(project, "userTask_reviewDeliverable", "reviewVerdict", "ACCEPT");
            company.does(project, "userTask_recordInspection", "inspectionResult", "FAIL");
        });
        step("userTask_payBalance", "userTask_recordInspection");
        step("callActivity_approveBalance", "userTask_payBalance", paid("630.00", "CI"));
        decided("userTask_labelGoods", "callActivity_approveBalance", "APPROVE");
    }

    private void place() {
        begin(
                "userTask_createInboundPlan",
                line(BudgetLine.PRODUCT, "100.00"),
                line(BudgetLine.FREIGHT, "900.00"),
                line(BudgetLine.PLACEMENT, "200.00"),
                line(BudgetLine.DUTY, "2000.00"),
                line(BudgetLine.CUSTOMS_FEES, "100.00"),
                line(BudgetLine.BROKER, "500.00"));
        step("userTask_describeBoxes", "userTask_createInboundPlan");
        leg("userTask_choosePlacement", "userTask_describeBoxes", this::describeBoxes);
        step("callActivity_approvePlacement", "userTask_choosePlacement", "feeUsd", "120.00", "splits", 1);
        decided("userTask_confirmInboundPlan", "callActivity_approvePlacement", "APPROVE");
        leg(COMPARE_AGAIN, "userTask_confirmInboundPlan", project -> {
            company.chooseQuote(project, clock.today(ZoneOffset.UTC).minusDays(2));
            confirm(project);
        });
        leg("callActivity_shipShipments", "userTask_confirmInboundPlan", this::confirm);
    }

    private void settle() {
        leg("userTask_closeProject", "userTask_settleInvoices", project -> {
            company.save(project, "invoices", List.of(invoice("FREIGHT", "INV-1", "75.00")));
            company.does(project, "userTask_settleInvoices");
        });
    }

    private void change() {
        told("userTask_planBudgetChange", "userTask_payDeposit", ProjectProcess.BUDGET_CHANGE_REQUESTED);
        step("callActivity_approveBudgetChange", "userTask_planBudgetChange");
        told("userTask_changeDate", "userTask_payDeposit", ProjectProcess.DATE_CHANGED);
        told("userTask_decideOnDateRisk", "userTask_payDeposit", ProjectProcess.DATE_AT_RISK);
        told("userTask_decideOnBlockedSku", "userTask_payDeposit", ProjectProcess.SKU_BLOCKED);
        leg("userTask_decideOnLinkedProject", "userTask_payDeposit", project -> {
            ProjectCode stock = company.startedAt("userTask_reworkGoods");
            links.link(new ProjectLink(project, stock, LinkKind.FEEDS_STOCK, 0));
            tell(project, ProjectProcess.CANCEL_REQUESTED);
        });
        told("userTask_voidInboundPlan", "userTask_describeBoxes", ProjectProcess.CANCEL_REQUESTED);
        told("userTask_recordCancelCosts", "userTask_confirmGoodsReady", ProjectProcess.CANCEL_REQUESTED);
        leg("userTask_approveCancelCosts", "userTask_recordCancelCosts", this::recordCancelCosts);
    }

    private void compare(String call) {
        leg(call + "/userTask_inviteSuppliers", call, project -> {});
        step(call + "/userTask_collectQuotes", call + "/userTask_inviteSuppliers");
        step(call + "/userTask_recommendQuote", call + "/userTask_collectQuotes");
    }

    private void review() {
        leg(REPORT + "/userTask_deliver", REPORT, project -> {});
        step(REPORT + "/userTask_reviewDeliverable", REPORT + "/userTask_deliver");
        leg(REPORT + "/userTask_decideOnRounds", REPORT + "/userTask_reviewDeliverable", project -> {
            Object[] again = {"reviewVerdict", "REVISE", "reviewComment", "photos"};
            company.does(project, "userTask_reviewDeliverable", again);
            company.does(project, "userTask_deliver");
            company.does(project, "userTask_reviewDeliverable", again);
        });
    }

    /** @param scope the call activities down to the process whose step is late, each with a slash behind it */
    private void escalate(String scope, String late) {
        String call = scope + "callActivity_escalate";
        leg(call, scope + late, project -> company.letBecomeLate(project, late));
        leg(call + "/userTask_decide", call, project -> {});
        leg(call + "/timerEvent_stepStillOpen", call, this::chase);
    }

    // What a leg is made of.

    void leg(String place, String from, Consumer<ProjectCode> onward) {
        legs.put(place, () -> {
            ProjectCode project = to(from);
            onward.accept(project);
            return project;
        });
    }

    private void begin(String place, LineAmount... budget) {
        begin(place, () -> {}, budget);
    }

    void begin(String place, Runnable before, LineAmount... budget) {
        legs.put(place, () -> {
            before.run();
            return company.startedAt(place, budget);
        });
    }

    /** By doing the task where it was, with these values in place of the usual ones. */
    void step(String place, String from, Object... values) {
        step(place, from, () -> values);
    }

    interface Values {
        Object[] now();
    }

    void step(String place, String from, Values values) {
        leg(place, from, project -> company.does(project, from.substring(from.lastIndexOf('/') + 1), values.now()));
    }

    void decided(String place, String from, String verdict) {
        leg(place, from, project -> company.decide(project, verdict));
    }

    void fired(String place, String from, String timer) {
        leg(place, from, project -> company.fire(project, timer));
    }

    void told(String place, String from, String message) {
        leg(place, from, project -> tell(project, message));
    }

    void tell(ProjectCode project, String message) {
        String shipment = message.equals(FbaShipment.CARRIER_CHANGED) ? shipment(project) : null;
        Messages.Outcome outcome = messages.report(new Messages.Report(
                project + message, project, message, shipment, null, "{\"reason\":\"route\"}", "pm", null));
        assertThat(outcome).isEqualTo(Messages.Outcome.DELIVERED);
    }

    String shipment(ProjectCode project) {
        return inbound.shipments(project).get(0).id();
    }

    private void confirm(ProjectCode project) {
        Map<String, String> split = Map.of(
                "amazonShipmentId",
                "FBAROUTE" + project.value().replaceAll("\\D", ""),
                "fulfilmentCenter",
                "ONT8",
                "sku",
                company.skus(project).get(0),
                "units",
                "100");
        company.save(project, "shipments", List.of(split));
        company.does(project, "userTask_confirmInboundPlan");
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

    private static Map<String, String> invoice(String line, String number, String amount) {
        return Map.of("line", line, "invoiceNo", number, "supplier", "Route", "currency", "USD", "amount", amount);
    }

    private static Object[] paid(String amount, String invoice) {
        return new Object[] {"paidAmount", amount, "paidCurrency", "USD", "invoiceNo", invoice};
    }

    String inUtc(long days) {
        LocalDateTime then =
                LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(days);
        return then.withSecond(0).withNano(0).toString();
    }

    static LineAmount line(BudgetLine line, String dollars) {
        return new LineAmount(line, Money.parse(dollars, "USD"));
    }
}
