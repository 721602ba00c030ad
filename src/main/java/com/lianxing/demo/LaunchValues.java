package com.lianxing.demo;

import com.lianxing.process.WorkItem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the people of a story enter about a launch of two household products on Amazon. */
final class LaunchValues {

    private static final String PILLOW = "HOME-PILLOW-01";
    private static final String LAMP = "HOME-LAMP-02";

    private final StepValues values;
    private final StepValues.Story story;

    LaunchValues(StepValues values, StepValues.Story story) {
        this.values = values;
        this.story = story;
    }

    Map<String, Object> start() {
        Map<String, Object> entered = new HashMap<>(StepValues.with(
                "projectName",
                story.name(),
                "department",
                DemoAccounts.DEPARTMENT,
                "beginsAt",
                values.date(story.daysToTarget()) + "T00:00",
                "beginsZone",
                StepValues.PACIFIC.getId(),
                "sponsorId",
                "manager",
                "goalRevenueUsd",
                "50000.00",
                "goalUnits",
                1500,
                "goalContributionPct",
                12,
                "maxLossUsd",
                "5000.00",
                "goalTacosPct",
                12));
        entered.putAll(StepValues.with(
                "operationsPerson", "ops",
                "advertisingPerson", "ads",
                "designPerson", "design",
                "compliancePerson", "compliance",
                "financePerson", "finance"));
        return entered;
    }

    /** Values of the step's form. */
    Map<String, Object> of(WorkItem item) {
        String n = String.valueOf(story.number());
        return switch (item.step()) {
            case "userTask_loadCalendar", "userTask_confirmCalendar" -> StepValues.with("calendarNote", "");
            case "userTask_acceptSchedule" ->
                StepValues.with("scheduleChoice", "AS_PLANNED", "scheduleReason", "时间充足 there is time enough");
            case "userTask_selectOffers" -> StepValues.with("priceSource", "后台价格记录 price history of the console");
            case "userTask_decideOnStock", "userTask_decideOnReadiness", "userTask_decideOnLaunch" ->
                StepValues.with("gateDecision", "GO", "gateReason", "三方会议决定 decided in the meeting");
            case "userTask_orderStock" ->
                StepValues.with(
                        "startsInbound",
                        "NO",
                        "inStockAt",
                        values.eveningOf(story.daysToTarget() - 20),
                        "inStockZone",
                        StepValues.PACIFIC.getId(),
                        "inboundCoverDays",
                        30);
            case "userTask_planDeals" -> StepValues.with("dealNote", "");
            case "userTask_planCampaigns" ->
                StepValues.with("approvalNeededAt", values.at(10), "approvalNeededZone", StepValues.SHENZHEN.getId());
            case "userTask_planAssets" -> StepValues.with("assetNote", "");
            case "userTask_checkLaunchClaims" ->
                StepValues.with(
                        "listingText",
                        "Memory foam pillow, washable cover.",
                        "adText",
                        "Sleep well this Black Friday.");
            case "userTask_publishListing" -> StepValues.with("publishedOn", values.date(0), "publishNote", "");
            case "userTask_reportReadiness" -> StepValues.with("readinessNote", "");
            case "userTask_nameRoster" -> StepValues.with("rosterNote", "");
            case "userTask_loadCampaigns" -> StepValues.with("accountHealth", "NORMAL", "loadNote", "");
            case "userTask_verifyCaps" -> StepValues.with("capsVerdict", "APPROVE");
            case "userTask_confirmLaunch" -> StepValues.with("allRunning", true, "launchNote", "");
            case "userTask_runEvent" ->
                StepValues.with(
                        "eventAction", "STOP",
                        "stopCause", "ACCOUNT",
                        "eventReason", "账户被警告 the account was warned");
            case "userTask_enterFigures" ->
                StepValues.with("figuresSeenAt", values.at(0), "figuresSeenZone", StepValues.SHENZHEN.getId());
            case "userTask_closeEvent" -> StepValues.with("pricesRestored", true, "closeNote", "");
            case "userTask_importActuals" -> StepValues.with("actualsNote", "佣金待结算 referral fees to come");
            case "userTask_recordResult" ->
                StepValues.with(
                        "netRevenueUsd", "52000.00",
                        "unitsSold", 1600,
                        "returnsQty", 40,
                        "refundUsd", "1200.00",
                        "goodsCostUsd", "19000.00",
                        "reserveUsd", "800.00");
            case "userTask_approveResult" -> StepValues.with("resultVerdict", "APPROVE");
            case "userTask_closeLaunch" ->
                StepValues.with("agencyScore", 4, "lessons", "提前一周备好素材 have the creative a week earlier");
            case "userTask_submitDeal" -> StepValues.with("platformDealId", "DEAL-" + n, "submissionNote", "");
            case "userTask_recordDealAnswer" -> StepValues.with("channelAnswer", "ACCEPTED", "answerNote", "");
            case "userTask_chooseAlternative" ->
                StepValues.with("alternative", "COUPON", "alternativeReason", "活动未通过 the deal was not taken");
            default -> throw new IllegalStateException("the story does not know the step " + item.step());
        };
    }

    /** Rows of a sheet of a launch. */
    List<Map<String, String>> rows(String sheet) {
        String n = "%04d".formatted(story.number());
        return switch (sheet) {
            case "launchSkus" -> List.of(sku(PILLOW, "900", "YES"), sku(LAMP, "700", "NO"));
            case "launchCalendar" -> List.of(dates());
            case "offers" -> List.of(offer(PILLOW), offer(LAMP));
            case "deals" -> List.of(deal("BEST_DEAL", PILLOW, "1000"), deal("COUPON", LAMP, "0"));
            case "assets" -> List.of(Map.of("assetType", "IMAGE", "sku", PILLOW, "spec", "7 pictures, 2000 px, en-US"));
            case "campaigns" -> List.of(campaign("SP " + PILLOW, PILLOW), campaign("SP " + LAMP, LAMP));
            case "readiness" -> List.of(ready(PILLOW, "950"), ready(LAMP, "720"));
            case "roster" ->
                List.of(duty("LEAD", "pm", "+86 755 5550 0101"), duty("SPARE_APPROVER", "cfo", "+86 755 5550 0102"));
            case "budget" ->
                List.of(
                        budget("AD_SPEND", "9000"),
                        budget("DEAL_FEES", "1500"),
                        budget("CREATIVE", "2000"),
                        budget("CONTINGENCY", "1500"));
            case "figures" -> List.of(figures(PILLOW), figures(LAMP));
            case "invoices" ->
                List.of(Map.of(
                        "line", "AD_SPEND",
                        "invoiceNo", "ADS-" + n,
                        "supplier", "Amazon Ads",
                        "currency", "USD",
                        "amount", "5600"));
            default -> throw new IllegalStateException("the story does not know the sheet " + sheet);
        };
    }

    private static Map<String, String> sku(String code, String forecast, String strategic) {
        return Map.of("sku", code, "forecastUnits", forecast, "strategic", strategic);
    }

    private Map<String, String> dates() {
        LocalDate start = LocalDate.parse(values.date(story.daysToTarget()));
        return Map.of(
                "channel",
                "AMAZON_US",
                "zone",
                StepValues.PACIFIC.getId(),
                "eventStart",
                start + " 00:00",
                "eventEnd",
                start.plusDays(4) + " 23:59",
                "submissionClose",
                start.minusDays(30) + " 23:59",
                "arriveByMinimal",
                start.minusDays(38).toString(),
                "arriveByOptimized",
                start.minusDays(28).toString(),
                "status",
                "PROVISIONAL",
                "source",
                "去年日期 dates of last year");
    }

    private Map<String, String> offer(String sku) {
        LocalDate start = LocalDate.parse(values.date(story.daysToTarget()));
        return Map.ofEntries(
                Map.entry("sku", sku),
                Map.entry("refPrice", "39.99"),
                Map.entry("lowestPrice", "34.99"),
                Map.entry("dealPrice", "31.99"),
                Map.entry("landedCost", "12"),
                Map.entry("referralFee", "4.8"),
                Map.entry("fulfilmentFee", "5.5"),
                Map.entry("dealFee", "1"),
                Map.entry("advertising", "3"),
                Map.entry("placement", "OPTIMIZED"),
                Map.entry("sellableOn", start.minusDays(40).toString()),
                Map.entry("funding", "OK"));
    }

    private static Map<String, String> deal(String type, String sku, String fee) {
        return Map.of("dealType", type, "sku", sku, "dealPrice", "31.99", "quantity", "600", "feeUsd", fee);
    }

    private static Map<String, String> campaign(String name, String sku) {
        return Map.of("campaign", name, "type", "SP", "sku", sku, "dailyCapUsd", "600", "totalCapUsd", "3000");
    }

    private static Map<String, String> ready(String sku, String units) {
        return Map.of("sku", sku, "sellableUnits", units, "inboundUnits", "0", "fixDays", "0", "rating", "4.4");
    }

    private Map<String, String> duty(String duty, String person, String phone) {
        return Map.of("duty", duty, "person", person, "phone", phone, "accessTestedOn", values.date(0));
    }

    private static Map<String, String> budget(String line, String usd) {
        return Map.of("line", line, "currency", "USD", "amount", usd, "basis", "");
    }

    private static Map<String, String> figures(String sku) {
        return Map.of("sku", sku, "adSpendUsd", "400", "salesUsd", "6000", "stockUnits", "700");
    }
}
