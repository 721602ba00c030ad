package com.lianxing.demo;

import com.lianxing.process.WorkItem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the people of a story enter: a form's values per step, as Tasklist would send them, and the rows of each sheet.
 * The figures are of one plausible project: three household products, sea freight, one shipment or two.
 */
final class StepValues {

    static final ZoneId SHENZHEN = ZoneId.of("Asia/Shanghai");
    static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    /** What is entered alike in every kind of project. */
    private static final Set<String> SHARED_STEPS = Set.of(
            "userTask_planBudget",
            "userTask_planBudgetChange",
            "userTask_changeDate",
            "userTask_decideOnDateRisk",
            "userTask_reviewProject",
            "userTask_verifySupplier",
            "userTask_renew",
            "userTask_checkRenewal",
            "userTask_checkRecovery",
            "userTask_recover",
            "userTask_reportEvent",
            "userTask_checkReport",
            "userTask_followUp",
            "userTask_decideOnLinkedProject",
            "userTask_decide",
            "userTask_deliver",
            "userTask_reviewDeliverable",
            "userTask_decideOnRounds",
            "userTask_recordCancelCosts",
            "userTask_approveCancelCosts");

    private final LocalDateTime now;
    private final Story story;

    /**
     * What differs between the stories.
     *
     * @param number makes the papers' numbers differ
     */
    record Story(int number, String name, long daysToTarget, String supplierId, String forwarderId) {}

    StepValues(LocalDateTime nowInShenzhen, Story story) {
        this.now = nowInShenzhen.truncatedTo(ChronoUnit.MINUTES);
        this.story = story;
    }

    Map<String, Object> start() {
        return with(
                "projectName", story.name(),
                "department", DemoAccounts.DEPARTMENT,
                "category", "HOME",
                "reason", "REPLENISH",
                "minCoverDays", 45,
                "targetInStockAt", eveningOf(story.daysToTarget()),
                "targetInStockZone", PACIFIC.getId(),
                "tightTargetReason", "旺季备货 peak season stock",
                "sponsorId", "manager",
                "operationsPerson", "ops",
                "logisticsPerson", "logistics",
                "purchasingPerson", "purchasing",
                "compliancePerson", "compliance",
                "financePerson", "finance");
    }

    /** Values of the step's form. */
    Map<String, Object> of(WorkItem item) {
        String n = String.valueOf(story.number());
        if (isCertification(item) && !SHARED_STEPS.contains(item.step())) {
            return new CertificationValues(this, story).of(item);
        }
        if (isLaunch(item) && !SHARED_STEPS.contains(item.step())) {
            return new LaunchValues(this, story).of(item);
        }
        return switch (item.step()) {
            case "userTask_planQuantities" ->
                with(
                        "storageMonth",
                        now.plusMonths(2).toString().substring(0, 7),
                        "capacityCuFt",
                        "850.00",
                        "capacityCheckedOn",
                        date(0),
                        "planNote",
                        "按 45 天覆盖 cover of 45 days");
            case "userTask_checkCompliance" ->
                with(
                        "fdaPath", "NONE",
                        "fccNeeded", false,
                        "certType", "NONE",
                        "eFilingReady", true,
                        "battery", "NONE",
                        "hazmatStatus", "NOT_HAZMAT",
                        "complianceResult", "CLEARED",
                        "complianceNote", "家居用品，无认证要求 household goods, no certificate required");
            case "userTask_requestCapacity" ->
                with(
                        "capacityAnswer",
                        "GRANTED",
                        "grantedCuFt",
                        "1500.00",
                        "capacityRequestNo",
                        "CAP-" + n,
                        "capacityAnsweredOn",
                        date(0));
            case "userTask_decideOnSku" ->
                with("skuDecision", "WAIT", "skuDecisionReason", "认证机构已受理 accepted for review");
            case "userTask_recordClearance" ->
                with("clearanceKind", "MEMO", "clearanceNo", "MEMO-" + n, "clearedOn", date(0));
            case "userTask_planFreight" ->
                with(
                        "mode", "OCEAN_LCL",
                        "incoterm", "FOB",
                        "lane", "Yantian - Long Beach - ONT8",
                        "pickupDate", date(30),
                        "volumeCbm", "19.200",
                        "grossKg", "3520.000",
                        "modeReason", "货量适合拼箱 volume fits LCL");
            case "userTask_inviteSuppliers" ->
                with("invitedCount", 3, "invitedSuppliers", "Ocean Bridge, Blue Container, Slow Boat Lines");
            case "userTask_collectQuotes" -> with("collectNote", "");
            case "userTask_recommendQuote" ->
                with(
                        "winnerQuoteNo",
                        "OB-%03d".formatted(story.number()),
                        "notCheapestReason",
                        "最便宜的一家上次晚到 9 天 the cheapest was nine days late last time",
                        "singleSourceReason",
                        "");
            case "userTask_deliver" -> with("deliveredOn", date(0), "versionNote", "第一版 first version");
            case "userTask_reviewDeliverable" -> with("reviewVerdict", "ACCEPT", "reviewScore", 4);
            case "userTask_decideOnRounds" -> with("furtherRound", true, "roundReason", "缺少照片 photos are missing");
            case "userTask_planBudget" ->
                with(
                        "budgetReason",
                        "旺季补货 45 天 replenishment for 45 days of peak season",
                        "approvalNeededAt",
                        at(10),
                        "approvalNeededZone",
                        SHENZHEN.getId());
            case "userTask_placeOrder" ->
                with(
                        "poNo",
                        "PO-2026-" + n,
                        "supplierId",
                        story.supplierId(),
                        "orderAmount",
                        "180000.00",
                        "orderCurrency",
                        "CNY",
                        "depositPct",
                        "30.00",
                        "readyDate",
                        date(25),
                        "orderQuoteNo",
                        "GY-%03d".formatted(story.number()),
                        "orderReason",
                        "三家比价后选定 chosen among three quotes",
                        "approvalNeededAt",
                        at(10),
                        "approvalNeededZone",
                        SHENZHEN.getId());
            case "userTask_reviseAfterRejection" -> with("direction", "重新询价 ask for new quotes");
            case "userTask_payDeposit" -> payment("54000.00", "PI-" + n, "DEP-" + n);
            case "userTask_payBalance" -> payment("126000.00", "CI-" + n, "BAL-" + n);
            case "userTask_confirmGoodsReady" -> with("readyOn", date(0), "lateDays", 0, "cartonsReady", 320);
            case "userTask_replanLateGoods" ->
                with("replanChoice", "WAIT", "newReadyDate", date(10), "replanReason", "面料晚到 the fabric came late");
            case "userTask_decideOnFailedGoods" ->
                with("failedGoodsDirection", "全检后返工 sort all pieces, then rework", "supplierChangeConsidered", true);
            case "userTask_changeDate" ->
                with(
                        "newTargetAt", eveningOf(180),
                        "newTargetZone", PACIFIC.getId(),
                        "dateReason", "平台活动延期 the promotion was moved");
            case "userTask_decideOnBlockedSku" ->
                with("blockedDecision", "WAIT", "blockedReason", "货在仓库 the goods stay in the warehouse");
            case "userTask_renew" -> with("renewedOn", date(0), "renewalNumber", "REG-" + n);
            case "userTask_checkRenewal", "userTask_checkRecovery" -> with("renewalVerdict", "APPROVE");
            case "userTask_recover" ->
                with(
                        "recoveredOn",
                        date(0),
                        "recoveryNumber",
                        "NEW-" + n,
                        "brokerTold",
                        true,
                        "recoveryNote",
                        "负责人离职 its owner had left");
            case "userTask_reportEvent" -> with("reportedOn", date(0), "reportNumber", "AER-" + n);
            case "userTask_checkReport" -> with("reportVerdict", "APPROVE");
            case "userTask_followUp" -> with("followUpText", "已痊愈 recovered");
            case "userTask_verifySupplier" ->
                with("verificationResult", "STILL_TRUE", "verificationNote", "六项已重新核查 all six points again");
            case "userTask_reviewProject" ->
                with("staleDecision", "EXTEND", "nextReviewOn", date(30), "staleReason", "等待平台 waiting for Amazon");
            case "userTask_decideOnDateRisk" -> with("riskDecision", "KEEP_DATE", "riskReason", "改空运 by air instead");
            case "userTask_decideOnLinkedProject" ->
                with("linkDecision", "KEEP", "linkReason", "其他项目仍需要 others still need it");
            case "userTask_planBudgetChange" ->
                with(
                        "changeKind", "RAISE",
                        "changeLine", "FREIGHT",
                        "changeUsd", "500.00",
                        "changeReason", "旺季附加费 peak season surcharge",
                        "approvalNeededAt", at(5),
                        "approvalNeededZone", SHENZHEN.getId());
            case "userTask_recordInspection" ->
                with(
                        "aqlLevel", "II",
                        "sampleQty", 200,
                        "criticalDefects", 0,
                        "majorDefects", 2,
                        "minorDefects", 5,
                        "inspectionResult", "PASS",
                        "inspectedOn", date(0));
            case "userTask_reworkGoods" ->
                with("reworkPlan", "返工 rework of seams", "readyAgainOn", date(5), "supplierBearsCost", true);
            case "userTask_labelGoods" ->
                with("barcodeType", "FNSKU", "brandRepresentative", true, "labelledOn", date(0));
            case "userTask_createInboundPlan" ->
                with(
                        "inboundPlanId", "wf" + n + "a1b2c3d4e5",
                        "inboundPlanName", story.name(),
                        "packingOptionId", "po" + n,
                        "planCreatedAt", at(0),
                        "planCreatedZone", PACIFIC.getId());
            case "userTask_describeBoxes" ->
                with("totalCartons", 320, "totalGrossKg", "3520.000", "totalVolumeCbm", "19.200");
            case "userTask_choosePlacement" ->
                with(
                        "optionId",
                        "pl" + n,
                        "placement",
                        "MINIMAL",
                        "splits",
                        2,
                        "feeUsd",
                        "640.00",
                        "discountUsd",
                        "0.00",
                        "freightDeltaUsd",
                        "0.00",
                        "expiresAt",
                        at(6),
                        "expiresZone",
                        PACIFIC.getId(),
                        "placementReason",
                        "尽快上架 on the shelf sooner",
                        "approvalNeededAt",
                        at(5),
                        "approvalNeededZone",
                        SHENZHEN.getId());
            case "userTask_confirmInboundPlan" ->
                with(
                        "solution", "USE_YOUR_OWN_CARRIER",
                        "windowFrom", date(30),
                        "windowTo", date(44),
                        "windowEditableAt", at(20),
                        "windowEditableZone", PACIFIC.getId());
            case "userTask_chooseDelivery" -> with("windowFrom", date(25), "windowTo", date(44));
            case "userTask_handleProblem" -> with("problemChoice", "BY_HAND");
            case "userTask_voidInboundPlan" -> with("voidedOn", date(0));
            case "userTask_settleInvoices" -> with("settledOn", date(0), "allInvoicesIn", true);
            case "userTask_closeProject" ->
                with("supplierScore", 4, "forwarderScore", 5, "lessons", "提前两周订舱 book two weeks earlier");
            case "userTask_recordCancelCosts" ->
                with("cancelSummary", "定金不退 the deposit is lost", "cancelledOn", date(0));
            case "userTask_approveCancelCosts" -> with("cancelVerdict", "APPROVE");
            case "userTask_decide" -> with("verdict", "APPROVE", "comment", "同意 agreed");
            default -> new ShipmentValues(this, story).of(item);
        };
    }

    /** Rows of a sheet of the project, or of one of its shipments. */
    List<Map<String, String>> rows(String sheet, WorkItem item) {
        if (isLaunch(item)) {
            return new LaunchValues(this, story).rows(sheet);
        }
        return isCertification(item)
                ? new CertificationValues(this, story).rows(sheet)
                : new InboundRows(story).rows(sheet, item);
    }

    private static boolean isCertification(WorkItem item) {
        return item.project().value().startsWith("FDA-");
    }

    private static boolean isLaunch(WorkItem item) {
        return item.project().value().startsWith("BFS-");
    }

    private Map<String, Object> payment(String amount, String invoice, String reference) {
        return with(
                "paidAmount", amount,
                "paidCurrency", "CNY",
                "invoiceNo", invoice,
                "paidOn", date(0),
                "bankReference", reference);
    }

    String at(long days) {
        return now.plusDays(days).toString();
    }

    /** Six in the evening, by whatever clock. */
    String eveningOf(long days) {
        return date(days) + "T18:00";
    }

    String date(long days) {
        return LocalDate.from(now).plusDays(days).toString();
    }

    static Map<String, Object> with(Object... keysAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return values;
    }
}
