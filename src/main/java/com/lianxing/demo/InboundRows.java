package com.lianxing.demo;

import com.lianxing.process.WorkItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the people of a story enter row by row about three household products. */
final class InboundRows {

    private final StepValues.Story story;

    InboundRows(StepValues.Story story) {
        this.story = story;
    }

    /** Rows of a sheet; a shipment's receipts are everything that was sent with it. */
    List<Map<String, String>> rows(String sheet, WorkItem item) {
        String n = "%03d".formatted(story.number());
        return switch (sheet) {
            case "items" ->
                List.of(
                        row(
                                "sku",
                                "HOME-PILLOW-01",
                                "quantity",
                                "1200",
                                "forecastDaily",
                                "22",
                                "sellable",
                                "310",
                                "inbound",
                                "0"),
                        row(
                                "sku",
                                "HOME-LAMP-02",
                                "quantity",
                                "800",
                                "forecastDaily",
                                "14.5",
                                "sellable",
                                "150",
                                "inbound",
                                "100"),
                        row(
                                "sku",
                                "HOME-RACK-03",
                                "quantity",
                                "500",
                                "forecastDaily",
                                "8",
                                "sellable",
                                "60",
                                "inbound",
                                "0"));
            case "labels" ->
                List.of(
                        row("sku", "HOME-PILLOW-01", "barcodeType", "FNSKU", "fnsku", "X001PILLOW"),
                        row("sku", "HOME-LAMP-02", "barcodeType", "FNSKU", "fnsku", "X0020LAMP2"),
                        row("sku", "HOME-RACK-03", "barcodeType", "FNSKU", "fnsku", "X0030RACK3"));
            case "legs" -> List.of();
            case "quotes" ->
                List.of(
                        quote("Ocean Bridge", "OB-" + n, "5800", "28"),
                        quote("Blue Container", "BC-" + n, "6150", "26"),
                        quote("Slow Boat Lines", "SB-" + n, "5200", "35"),
                        goods("广州宜居 Guangzhou Yiju", "GY-" + n, "180000"),
                        goods("佛山家品 Foshan Home", "FH-" + n, "186500"),
                        goods("宁波织造 Ningbo Weaving", "NW-" + n, "191000"));
            case "budget" ->
                List.of(
                        budget("PRODUCT", "CNY", "185000"),
                        budget("INSPECTION", "CNY", "3000"),
                        budget("ORIGIN", "CNY", "4500"),
                        budget("FREIGHT", "USD", "6500"),
                        budget("DUTY", "USD", "4000"),
                        budget("CUSTOMS_FEES", "USD", "300"),
                        budget("BROKER", "USD", "500"),
                        budget("DRAYAGE", "USD", "1600"),
                        budget("PLACEMENT", "USD", "900"),
                        budget("CONTINGENCY", "USD", "2000"));
            case "boxes" ->
                List.of(
                        box("HOME-PILLOW-01", "10", "120", "60", "50", "20", "11"),
                        box("HOME-LAMP-02", "8", "100", "60", "50", "20", "11"),
                        box("HOME-RACK-03", "5", "100", "60", "50", "20", "11"));
            case "shipments" ->
                List.of(
                        split("FBA1" + n + "AAA", "ONT8", "HOME-PILLOW-01", "1200"),
                        split("FBA1" + n + "BBB", "LGB8", "HOME-LAMP-02", "800"),
                        split("FBA1" + n + "BBB", "LGB8", "HOME-RACK-03", "500"));
            case "receipts" ->
                String.valueOf(item.shipmentId()).endsWith("S1")
                        ? List.of(row("sku", "HOME-PILLOW-01", "received", "1200"))
                        : List.of(
                                row("sku", "HOME-LAMP-02", "received", "800"),
                                row("sku", "HOME-RACK-03", "received", "500"));
            case "invoices" ->
                List.of(
                        invoice("FREIGHT", "OB-INV-" + n + "-1", "Ocean Bridge", "USD", "2900"),
                        invoice("FREIGHT", "OB-INV-" + n + "-2", "Ocean Bridge", "USD", "2900"),
                        invoice("PLACEMENT", "AMZ-" + n, "Amazon", "USD", "640"));
            default -> throw new IllegalStateException("the story does not know the sheet " + sheet);
        };
    }

    private static Map<String, String> goods(String factory, String quoteNo, String cny) {
        return row(
                "supplier",
                factory,
                "quoteNo",
                quoteNo,
                "mode",
                "GOODS",
                "incoterm",
                "FOB",
                "currency",
                "CNY",
                "amount",
                cny,
                "transitDays",
                "25",
                "validUntil",
                "2027-12-31");
    }

    private static Map<String, String> quote(String supplier, String quoteNo, String amount, String days) {
        return row(
                "supplier",
                supplier,
                "quoteNo",
                quoteNo,
                "mode",
                "OCEAN_LCL",
                "incoterm",
                "FOB",
                "currency",
                "USD",
                "amount",
                amount,
                "transitDays",
                days,
                "validUntil",
                "2027-12-31");
    }

    private static Map<String, String> budget(String line, String currency, String amount) {
        return row("line", line, "currency", currency, "amount", amount, "basis", "");
    }

    private static Map<String, String> box(
            String sku, String units, String boxes, String length, String width, String height, String weight) {
        return row(
                "sku", sku,
                "unitsPerBox", units,
                "boxes", boxes,
                "length", length,
                "width", width,
                "height", height,
                "lengthUnit", "CM",
                "weight", weight,
                "weightUnit", "KG");
    }

    private static Map<String, String> split(String shipment, String center, String sku, String units) {
        return row("amazonShipmentId", shipment, "fulfilmentCenter", center, "sku", sku, "units", units);
    }

    private static Map<String, String> invoice(
            String line, String number, String supplier, String currency, String amount) {
        return row("line", line, "invoiceNo", number, "supplier", supplier, "currency", currency, "amount", amount);
    }

    private static Map<String, String> row(String... keysAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return values;
    }
}
