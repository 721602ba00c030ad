package com.lianxing.inbound;

import com.lianxing.project.KnownSkus;
import com.lianxing.project.Sheet;
import com.lianxing.project.Sheet.Column;
import com.lianxing.project.SheetRules;
import com.lianxing.project.TableSheet;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The grids of an FBA inbound project. */
@Configuration(proxyBeanMethods = false)
class InboundSheets {

    static final String ITEM_TABLE = "inbound_item";
    static final String ITEMS = "items";
    static final String LABELS = "labels";
    static final String BOXES = "boxes";
    static final String SPLITS = "shipments";
    static final String RECEIPTS = "receipts";

    /** FNSKU is Amazon's own label; a manufacturer's barcode stands on the goods already. */
    private static final Sheet.Rule FNSKU_WHERE_NEEDED = SheetRules.noRow(
            "fnsku",
            "sheet.error.required",
            row -> SheetRules.text(row, "barcodeType").equals("FNSKU")
                    && SheetRules.text(row, "fnsku").isEmpty());

    private final TableSheet.Store store;
    private final KnownSkus known;
    private final SkuRule skus;

    InboundSheets(TableSheet.Store store, KnownSkus known, SkuRule skus) {
        this.store = store;
        this.known = known;
        this.skus = skus;
    }

    @Bean
    Sheet itemsSheet() {
        return sheet(
                ITEMS,
                ITEM_TABLE,
                List.of(
                        Column.text("sku", 40).mandatory(),
                        Column.integer("quantity", 1, 500_000).mandatory(),
                        Column.decimal("forecastDaily", "0.01", "1000000").mandatory(),
                        Column.integer("sellable", 0, 10_000_000).mandatory(),
                        Column.integer("inbound", 0, 10_000_000).mandatory(),
                        Column.decimal("marginUsd", "0", "10000")),
                List.of(known, SheetRules.noneTwice("sku")));
    }

    @Bean
    Sheet labelsSheet() {
        return sheet(
                LABELS,
                "inbound_label",
                List.of(
                        Column.text("sku", 40).mandatory(),
                        Column.select("barcodeType", List.of("FNSKU", "MANUFACTURER"), "sheet.option.")
                                .mandatory(),
                        Column.text("fnsku", 10).matching("X[0-9A-Z]{9}|B0[0-9A-Z]{8}", "X00ABC1234"),
                        Column.date("expiryDate")),
                List.of(skus::planned, FNSKU_WHERE_NEEDED));
    }

    @Bean
    Sheet boxesSheet(BoxRule limits) {
        return sheet(
                BOXES,
                "inbound_box",
                List.of(
                        Column.text("sku", 40).mandatory(),
                        Column.integer("unitsPerBox", 1, 10_000).mandatory(),
                        Column.integer("boxes", 1, 10_000).mandatory(),
                        Column.decimal("length", "0.1", "500").mandatory(),
                        Column.decimal("width", "0.1", "500").mandatory(),
                        Column.decimal("height", "0.1", "500").mandatory(),
                        Column.select("lengthUnit", List.of("CM", "IN")).mandatory(),
                        Column.decimal("weight", "0.01", "2000").mandatory(),
                        Column.select("weightUnit", List.of("KG", "LB")).mandatory()),
                List.of(skus::planned, limits::check));
    }

    @Bean
    Sheet splitsSheet() {
        return sheet(
                SPLITS,
                "inbound_split",
                List.of(
                        Column.text("amazonShipmentId", 20)
                                .matching("FBA[0-9A-Z]{6,15}", "FBA15ABCDEF0")
                                .mandatory(),
                        Column.text("fulfilmentCenter", 8)
                                .matching("[A-Z]{3}[0-9A-Z]{1,3}", "ONT8")
                                .mandatory(),
                        Column.text("sku", 40).mandatory(),
                        Column.integer("units", 1, 500_000).mandatory()),
                List.of(skus::planned, skus::unitsAsPlanned));
    }

    @Bean
    Sheet receiptsSheet() {
        return sheet(
                RECEIPTS,
                "inbound_receipt",
                List.of(
                        Column.text("sku", 40).mandatory(),
                        Column.integer("received", 0, 500_000).mandatory()),
                List.of(known, SheetRules.noneTwice("sku")));
    }

    private Sheet sheet(String name, String table, List<Column> columns, List<Sheet.Rule> rules) {
        return new TableSheet(name, table, name.equals(RECEIPTS), columns, rules, store);
    }
}
