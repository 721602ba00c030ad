package com.lianxing.demo;

import com.lianxing.process.WorkItem;
import java.util.Map;

/** What the people of a story enter for one of its shipments, on its way and where it goes wrong. */
final class ShipmentValues {

    private static final String CHINA = StepValues.SHENZHEN.getId();
    private static final String PACIFIC = StepValues.PACIFIC.getId();
    private static final String EASTERN = "America/New_York";

    /** Of {@code userTask_recordDeparture}: the form then asks for nothing else. */
    static final Object[] ROLLED = {
        "departureOutcome", "ROLLED",
        "vesselName", null,
        "voyageNo", null,
        "departedAt", null,
        "departedZone", null,
        "expectedArrivalAt", null,
        "expectedArrivalZone", null
    };

    private final StepValues step;
    private final StepValues.Story story;

    ShipmentValues(StepValues step, StepValues.Story story) {
        this.step = step;
        this.story = story;
    }

    Map<String, Object> of(WorkItem item) {
        String shipment = String.valueOf(item.shipmentId());
        String s = story.number() + shipment.substring(shipment.lastIndexOf('S'));
        return switch (item.step()) {
            case "userTask_bookCarrier" ->
                StepValues.with(
                        "forwarderId",
                        story.forwarderId(),
                        "bookingNo",
                        "BK" + s,
                        "freightAmount",
                        "2900.00",
                        "freightCurrency",
                        "USD",
                        "iorType",
                        "US_ENTITY",
                        "iorName",
                        "Lianxing Trading LLC",
                        "iorNumber",
                        "12-3456789",
                        "bondType",
                        "CONTINUOUS",
                        "poaOnFile",
                        true,
                        "commercialInvoiceNo",
                        "INV" + s,
                        "originCountry",
                        "CN",
                        "declaredValueUsd",
                        "12600.00",
                        "documentCutoffAt",
                        step.at(4),
                        "documentCutoffZone",
                        CHINA,
                        "ladingAt",
                        step.at(6),
                        "ladingZone",
                        CHINA,
                        "arrivalAt",
                        step.at(24),
                        "arrivalZone",
                        PACIFIC,
                        "approvalNeededAt",
                        step.at(3),
                        "approvalNeededZone",
                        CHINA);
            case "userTask_handOverDocuments" ->
                StepValues.with(
                        "documentsSentAt",
                        step.at(0),
                        "documentsSentZone",
                        CHINA,
                        "shippingInstructionNo",
                        "SI" + s,
                        "verifiedGrossKg",
                        "1760.00");
            case "userTask_fileIsf" ->
                StepValues.with(
                        "isfSeller", "Foshan Home Co., Ltd.",
                        "isfBuyer", "Lianxing Trading LLC",
                        "isfIorNo", "12-3456789",
                        "isfConsigneeNo", "12-3456789",
                        "isfManufacturer", "Foshan Home Co., Ltd., Foshan, Guangdong",
                        "isfShipTo", "Amazon ONT8, Moreno Valley, CA",
                        "isfOrigin", "CN",
                        "isfHts6", "9404.90",
                        "isfFiledAt", step.at(0),
                        "isfFiledZone", CHINA);
            case "userTask_recordIsfAcceptance" ->
                StepValues.with(
                        "isfTransactionNo",
                        "ISF" + s,
                        "billOfLading",
                        "MBL" + s,
                        "isfAcceptedAt",
                        step.at(0),
                        "isfAcceptedZone",
                        EASTERN);
            case "userTask_completeIsf" ->
                StepValues.with(
                        "stuffingLocation",
                        "Yantian CFS",
                        "consolidator",
                        "Ocean Bridge",
                        "isfCompletedAt",
                        step.at(0),
                        "isfCompletedZone",
                        CHINA);
            case "userTask_recordDeparture" ->
                StepValues.with(
                        "departureOutcome",
                        "DEPARTED",
                        "vesselName",
                        "COSCO PACIFIC",
                        "voyageNo",
                        "088E",
                        "departedAt",
                        step.at(0),
                        "departedZone",
                        CHINA,
                        "expectedArrivalAt",
                        step.at(18),
                        "expectedArrivalZone",
                        PACIFIC);
            case "userTask_fileEntry" ->
                StepValues.with(
                        "entryNo", "ABC-%07d-1".formatted(Math.floorMod(s.hashCode(), 10_000_000)),
                        "entryType", "01",
                        "portCode", "2709",
                        "entryDate", step.date(0),
                        "landedOn", step.date(0));
            case "userTask_recordRelease" ->
                StepValues.with("customsAnswer", "RELEASED", "releasedAt", step.at(0), "releasedZone", EASTERN);
            case "userTask_fileEntrySummary" ->
                StepValues.with(
                        "summaryFiledOn", step.date(0),
                        "dutyMfnUsd", "756.00",
                        "duty301Usd", "945.00",
                        "duty232Usd", "0.00",
                        "dutyOtherUsd", "0.00",
                        "mpfUsd", "43.65",
                        "hmfUsd", "15.75",
                        "approvalNeededAt", step.at(5),
                        "approvalNeededZone", CHINA);
            case "userTask_payDuty" ->
                StepValues.with(
                        "paidDutyUsd",
                        "1701.00",
                        "paidFeesUsd",
                        "59.40",
                        "statementNo",
                        "ST" + s,
                        "paidOn",
                        step.date(0));
            case "userTask_arrangeDelivery" ->
                StepValues.with(
                        "deliveryCarrier",
                        "West Coast Drayage",
                        "appointmentNo",
                        "AP" + s,
                        "appointmentAt",
                        step.at(3),
                        "appointmentZone",
                        PACIFIC,
                        "windowChoice",
                        "WITHIN_WINDOW");
            case "userTask_recordDelivery" ->
                StepValues.with(
                        "deliveryOutcome",
                        "DELIVERED",
                        "deliveredAt",
                        step.at(0),
                        "deliveredZone",
                        PACIFIC,
                        "podNo",
                        "POD" + s);
            case "userTask_recordReceipt" -> StepValues.with("shipmentStatus", "CLOSED", "receivedOn", step.date(0));
            case "userTask_reconcileReceipt" -> StepValues.with("diffReason", "NONE");
            case "userTask_fileClaim" ->
                StepValues.with(
                        "claimId", "CL" + s, "claimQty", 10, "claimUsd", "250.00", "claimFiledOn", step.date(0));
            case "userTask_recordClaimOutcome" ->
                StepValues.with("claimOutcome", "PAID", "resolvedUsd", "250.00", "resolvedOn", step.date(0));
            case "userTask_compareCarriers" ->
                StepValues.with(
                        "forwarderId",
                        story.forwarderId(),
                        "bookingNo",
                        "BK-B" + s,
                        "freightAmount",
                        "3250.00",
                        "freightCurrency",
                        "USD",
                        "documentCutoffAt",
                        step.at(5),
                        "documentCutoffZone",
                        CHINA,
                        "ladingAt",
                        step.at(8),
                        "ladingZone",
                        CHINA,
                        "arrivalAt",
                        step.at(25),
                        "arrivalZone",
                        PACIFIC,
                        "changeReason",
                        "原承运人甩舱，换更快的船 the first carrier lost its space",
                        "approvalNeededAt",
                        step.at(3),
                        "approvalNeededZone",
                        CHINA);
            case "userTask_rollToNextVessel" ->
                StepValues.with(
                        "nextVessel",
                        "EVER FORTUNE 014E",
                        "documentCutoffAt",
                        step.at(6),
                        "documentCutoffZone",
                        CHINA,
                        "ladingAt",
                        step.at(8),
                        "ladingZone",
                        CHINA,
                        "arrivalAt",
                        step.at(26),
                        "arrivalZone",
                        PACIFIC,
                        "rollReason",
                        "台风停港 the port closed for a typhoon");
            case "userTask_holdCargo" ->
                StepValues.with("cargoState", "HELD", "holdNote", "承运人确认不装船 the carrier keeps it ashore");
            case "userTask_fileIsfLate" ->
                StepValues.with(
                        "isfTransactionNo",
                        "ISF" + s,
                        "billOfLading",
                        "MBL" + s,
                        "isfFiledAt",
                        step.at(0),
                        "isfFiledZone",
                        CHINA,
                        "lateReason",
                        "工厂资料晚到 the factory's data came late");
            case "userTask_recordExam" ->
                StepValues.with(
                        "examType",
                        "INTENSIVE",
                        "examSite",
                        "Long Beach CES",
                        "examFeeUsd",
                        "450.00",
                        "storageFreeUntilAt",
                        step.at(5),
                        "storageFreeUntilZone",
                        PACIFIC,
                        "approvalNeededAt",
                        step.at(2),
                        "approvalNeededZone",
                        CHINA);
            case "userTask_decideOnRefusal" ->
                StepValues.with("refusedGoods", "RE_EXPORT", "refusalReason", "标签不符 labels do not comply");
            case "userTask_reExport" -> StepValues.with("exportBillOfLading", "EXP" + s, "exportedOn", step.date(0));
            case "userTask_decideOnReturn" ->
                StepValues.with("refusedDelivery", "DELIVER_AGAIN", "returnNote", "预约号有误 wrong appointment");
            case "userTask_openCase" ->
                StepValues.with("caseId", "CASE" + s, "caseNote", "已附签收单 proof of delivery attached");
            case "userTask_decideOnWriteOff" ->
                StepValues.with("writeOff", "WRITE_OFF", "writeOffReason", "数量少，不再追索 too few to pursue");
            default -> throw new IllegalStateException("the story does not know " + item.step());
        };
    }
}
