package com.lianxing.process.fbashipment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What people enter in the forms of a shipment, unless a test says otherwise. */
final class ShipmentForms {

    private static final String CHINA = "Asia/Shanghai";
    private static final String PACIFIC = "America/Los_Angeles";

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

    /** Of {@code userTask_recordDelivery}. */
    static final Object[] REFUSED = {"deliveryOutcome", "REFUSED", "podNo", null};

    private final LocalDateTime now;
    private final String forwarder;

    /** @param now in Shanghai */
    ShipmentForms(LocalDateTime now, String forwarder) {
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
        this.forwarder = forwarder;
    }

    Map<String, Object> of(String step, Object... changes) {
        Map<String, Object> values = new HashMap<>(usual(step));
        values.putAll(values(changes));
        values.values().removeIf(Objects::isNull);
        return values;
    }

    String at(long hours) {
        return now.plusHours(hours).toString();
    }

    String date(long days) {
        return LocalDate.from(now).plusDays(days).toString();
    }

    private Map<String, Object> usual(String step) {
        return switch (step) {
            case "userTask_bookCarrier" ->
                values(
                        "forwarderId",
                        forwarder,
                        "bookingNo",
                        "BK-1",
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
                        "INV-1",
                        "originCountry",
                        "CN",
                        "declaredValueUsd",
                        "12600.00",
                        "documentCutoffAt",
                        at(96),
                        "documentCutoffZone",
                        CHINA,
                        "ladingAt",
                        at(144),
                        "ladingZone",
                        CHINA,
                        "arrivalAt",
                        at(600),
                        "arrivalZone",
                        PACIFIC,
                        "approvalNeededAt",
                        at(72),
                        "approvalNeededZone",
                        CHINA);
            case "userTask_inviteSuppliers" -> values("invitedCount", 1, "invitedSuppliers", "Blue Container");
            case "userTask_recommendQuote" ->
                values("winnerQuoteNo", "Q-1", "singleSourceReason", "nobody else has space");
            case "userTask_compareCarriers" ->
                values(
                        "forwarderId",
                        forwarder,
                        "bookingNo",
                        "BK-9",
                        "freightAmount",
                        "3300.00",
                        "freightCurrency",
                        "USD",
                        "documentCutoffAt",
                        at(240),
                        "documentCutoffZone",
                        CHINA,
                        "ladingAt",
                        at(288),
                        "ladingZone",
                        CHINA,
                        "arrivalAt",
                        at(744),
                        "arrivalZone",
                        PACIFIC,
                        "changeReason",
                        "the first carrier lost its space",
                        "approvalNeededAt",
                        at(48),
                        "approvalNeededZone",
                        CHINA);
            case "userTask_handOverDocuments" ->
                values(
                        "documentsSentAt",
                        at(0),
                        "documentsSentZone",
                        CHINA,
                        "shippingInstructionNo",
                        "SI-1",
                        "verifiedGrossKg",
                        "1760.00");
            case "userTask_rollToNextVessel" ->
                values(
                        "nextVessel",
                        "EVER GIVEN 12W",
                        "documentCutoffAt",
                        at(240),
                        "documentCutoffZone",
                        CHINA,
                        "ladingAt",
                        at(288),
                        "ladingZone",
                        CHINA,
                        "arrivalAt",
                        at(744),
                        "arrivalZone",
                        PACIFIC,
                        "rollReason",
                        "typhoon");
            case "userTask_holdCargo" -> values("cargoState", "HELD", "holdNote", "stays ashore");
            case "userTask_fileIsfLate" ->
                values(
                        "isfTransactionNo", "ISF-9",
                        "billOfLading", "MBL-9",
                        "isfFiledAt", at(0),
                        "isfFiledZone", CHINA,
                        "lateReason", "data came late");
            case "userTask_fileIsf" ->
                values(
                        "isfSeller", "Foshan Home Co., Ltd.",
                        "isfBuyer", "Lianxing Trading LLC",
                        "isfIorNo", "12-3456789",
                        "isfConsigneeNo", "12-3456789",
                        "isfManufacturer", "Foshan Home Co., Ltd.",
                        "isfShipTo", "Amazon ONT8",
                        "isfOrigin", "CN",
                        "isfHts6", "9405.21",
                        "isfFiledAt", at(0),
                        "isfFiledZone", CHINA);
            case "userTask_recordIsfAcceptance" ->
                values(
                        "isfTransactionNo",
                        "ISF-1",
                        "billOfLading",
                        "MBL-1",
                        "isfAcceptedAt",
                        at(0),
                        "isfAcceptedZone",
                        CHINA);
            case "userTask_completeIsf" ->
                values(
                        "stuffingLocation",
                        "Yantian CFS",
                        "consolidator",
                        "Ocean Bridge",
                        "isfCompletedAt",
                        at(0),
                        "isfCompletedZone",
                        CHINA);
            case "userTask_recordDeparture" ->
                values(
                        "departureOutcome",
                        "DEPARTED",
                        "vesselName",
                        "COSCO PACIFIC",
                        "voyageNo",
                        "088E",
                        "departedAt",
                        at(0),
                        "departedZone",
                        CHINA,
                        "expectedArrivalAt",
                        at(432),
                        "expectedArrivalZone",
                        PACIFIC);
            case "userTask_fileEntry" ->
                values(
                        "entryNo", "ABC-1234567-1",
                        "entryType", "01",
                        "portCode", "2709",
                        "entryDate", date(0),
                        "landedOn", date(0));
            case "userTask_recordRelease" ->
                values("customsAnswer", "RELEASED", "releasedAt", at(0), "releasedZone", PACIFIC);
            case "userTask_recordExam" ->
                values(
                        "examType",
                        "INTENSIVE",
                        "examSite",
                        "Long Beach CES",
                        "examFeeUsd",
                        "450.00",
                        "storageFreeUntilAt",
                        at(96),
                        "storageFreeUntilZone",
                        PACIFIC,
                        "approvalNeededAt",
                        at(48),
                        "approvalNeededZone",
                        CHINA);
            case "userTask_decideOnRefusal" -> values("refusedGoods", "RE_EXPORT", "refusalReason", "counterfeit mark");
            case "userTask_reExport" -> values("exportBillOfLading", "EXP-1", "exportedOn", date(0));
            case "userTask_fileEntrySummary" ->
                values(
                        "summaryFiledOn", date(0),
                        "dutyMfnUsd", "756.00",
                        "duty301Usd", "945.00",
                        "duty232Usd", "0.00",
                        "dutyOtherUsd", "0.00",
                        "mpfUsd", "43.65",
                        "hmfUsd", "15.75",
                        "approvalNeededAt", at(72),
                        "approvalNeededZone", CHINA);
            case "userTask_payDuty" ->
                values(
                        "paidDutyUsd", "1701.00",
                        "paidFeesUsd", "59.40",
                        "statementNo", "ST-1",
                        "paidOn", date(0));
            case "userTask_arrangeDelivery" ->
                values(
                        "deliveryCarrier",
                        "West Coast Drayage",
                        "appointmentNo",
                        "AP-1",
                        "appointmentAt",
                        at(72),
                        "appointmentZone",
                        PACIFIC,
                        "windowChoice",
                        "WITHIN_WINDOW");
            case "userTask_recordDelivery" ->
                values(
                        "deliveryOutcome",
                        "DELIVERED",
                        "deliveredAt",
                        at(0),
                        "deliveredZone",
                        PACIFIC,
                        "podNo",
                        "POD-1");
            case "userTask_decideOnReturn" ->
                values("refusedDelivery", "DELIVER_AGAIN", "returnNote", "no appointment");
            case "userTask_openCase" -> values("caseId", "CASE-1");
            case "userTask_recordReceipt" -> values("shipmentStatus", "CLOSED", "receivedOn", date(0));
            case "userTask_reconcileReceipt" -> values("diffReason", "NONE");
            case "userTask_fileClaim" ->
                values("claimId", "CL-1", "claimQty", 10, "claimUsd", "250.00", "claimFiledOn", date(0));
            case "userTask_decideOnWriteOff" ->
                values("writeOff", "WRITE_OFF", "writeOffReason", "too small to pursue");
            case "userTask_recordClaimOutcome" ->
                values("claimOutcome", "PAID", "resolvedUsd", "250.00", "resolvedOn", date(0));
            default -> Map.of();
        };
    }

    private static Map<String, Object> values(Object... keysAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return values;
    }
}
