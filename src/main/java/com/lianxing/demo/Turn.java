package com.lianxing.demo;

import com.lianxing.process.WorkItem;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Where a story leaves its usual course, or goes on where it would stop: the next time that step is done for that
 * shipment, this is entered.
 *
 * @param shipment how the shipment's id ends; empty for a step of the project itself
 * @param entered in place of the form's usual values, which it is given; null leaves a field empty
 * @param rows of its sheet, made from the usual ones
 */
record Turn(
        String step,
        String shipment,
        BiFunction<StepValues, Map<String, Object>, Map<String, Object>> entered,
        UnaryOperator<List<Map<String, String>>> rows) {

    /** The carrier leaves the second shipment ashore, and the target moves by a week. */
    static final List<Turn> MISSED_VESSEL = List.of(
            entering("userTask_recordDeparture", "S1"),
            entering("userTask_recordDeparture", "S2", ShipmentValues.ROLLED),
            new Turn(
                    "userTask_changeDate",
                    "",
                    (values, usual) -> StepValues.with(
                            "newTargetAt",
                            aWeekAfter(String.valueOf(usual.get("newTargetAt"))),
                            "dateReason",
                            "第二票甩柜，晚一周到 the second shipment sails a week later"),
                    UnaryOperator.identity()));

    /** Customs wants to look into the first shipment. */
    static final List<Turn> HELD_BY_CUSTOMS =
            List.of(entering("userTask_recordRelease", "S1", "customsAnswer", "HELD"));

    /** The first report is sent back; the next one is waited for. */
    static final List<Turn> PHOTOS_MISSING = List.of(
            entering("userTask_deliver", ""),
            entering(
                    "userTask_reviewDeliverable",
                    "",
                    "reviewVerdict",
                    "REVISE",
                    "reviewScore",
                    3,
                    "reviewComment",
                    "缺箱唛照片 photos of the carton marks are missing"));

    /** Amazon counts twenty lamps less than were sent, and is asked to pay what they cost to make: 78 CNY each. */
    static final List<Turn> SHORT_OF_TWENTY_LAMPS = List.of(
            new Turn(
                    "userTask_recordReceipt",
                    "S2",
                    (values, usual) -> usual,
                    rows -> rows.stream().map(Turn::lessTwentyLamps).toList()),
            new Turn(
                    "userTask_reconcileReceipt",
                    "S2",
                    (values, usual) -> StepValues.with(
                            "diffReason", "LOST_AT_AMAZON",
                            "claimWindowAt", values.eveningOf(60),
                            "claimWindowZone", StepValues.PACIFIC.getId()),
                    UnaryOperator.identity()),
            entering("userTask_fileClaim", "S2", "claimQty", 20, "claimUsd", "218.40"));

    private static final Map<String, String> FILINGS = Map.of(
            "purchase", "AGENCY",
            "specification", "防晒霜：化妆品与 OTC 药品递交 sun cream: cosmetic and OTC drug filings",
            "pieces", "2");

    /** An agency prepares the filings, for which three were asked. */
    static final List<Turn> AN_AGENCY_IS_BOUGHT = List.of(new Turn(
            "userTask_planServices",
            "",
            (values, usual) -> StepValues.with("noServicesReason", ""),
            rows -> rows.isEmpty() ? List.of(FILINGS) : rows));

    private static Turn entering(String step, String shipment, Object... keysAndValues) {
        return new Turn(step, shipment, (values, usual) -> StepValues.with(keysAndValues), UnaryOperator.identity());
    }

    private static Map<String, String> lessTwentyLamps(Map<String, String> row) {
        if (!"HOME-LAMP-02".equals(row.get("sku"))) {
            return row;
        }
        long received = Long.parseLong(row.getOrDefault("received", "")) - 20;
        return Map.of("sku", "HOME-LAMP-02", "received", String.valueOf(received));
    }

    private static String aWeekAfter(String local) {
        return LocalDateTime.parse(local).plusWeeks(1).toString();
    }

    boolean isAt(WorkItem item) {
        return item.step().equals(step) && String.valueOf(item.shipmentId()).endsWith(shipment);
    }
}
