package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.project.Sheet;
import com.lianxing.project.Sheet.CellError;
import com.lianxing.project.Sheet.Column;
import com.lianxing.project.TableSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The grids of an FBA inbound project. */
@Configuration(proxyBeanMethods = false)
class InboundSheets {

    static final String ITEMS = "items";
    static final String LABELS = "labels";
    static final String QUOTES = "quotes";
    static final String BUDGET = "budget";
    static final String BOXES = "boxes";
    static final String SPLITS = "shipments";
    static final String RECEIPTS = "receipts";
    static final String INVOICES = "invoices";

    private static final List<String> CURRENCIES = List.of("CNY", "USD", "HKD", "EUR");
    private static final List<String> LINES =
            Arrays.stream(BudgetLine.values()).map(BudgetLine::name).toList();
    private static final String MOST_MONEY = "999999999.99";

    private final TableSheet.Store store;
    private final SkuRule skus;

    InboundSheets(
            JdbcClient jdbc, JdbcTemplate batch, PlatformTransactionManager transactions, Clock clock, SkuRule skus) {
        this.store = new TableSheet.Store(jdbc, batch, new TransactionTemplate(transactions), clock);
        this.skus = skus;
    }

    @Bean
    Sheet itemsSheet() {
        return sheet(
                ITEMS,
                "inbound_item",
                List.of(
                        Column.text("sku", 40).mandatory(),
                        Column.integer("quantity", 1, 500_000).mandatory(),
                        Column.decimal("forecastDaily", "0.01", "1000000").mandatory(),
                        Column.integer("sellable", 0, 10_000_000).mandatory(),
                        Column.integer("inbound", 0, 10_000_000).mandatory(),
                        Column.decimal("marginUsd", "0", "10000")),
                List.of(skus::known, InboundSheets::onceEach));
    }

    @Bean
    Sheet labelsSheet() {
        return sheet(
                LABELS,
                "inbound_label",
                List.of(
                        Column.text("sku", 40).mandatory(),
                        Column.select("barcodeType", List.of("FNSKU", "MANUFACTURER"))
                                .mandatory(),
                        Column.text("fnsku", 10).matching("X[0-9A-Z]{9}|B0[0-9A-Z]{8}"),
                        Column.date("expiryDate")),
                List.of(skus::planned, InboundSheets::fnskuWhereNeeded));
    }

    @Bean
    Sheet quotesSheet() {
        return sheet(
                QUOTES,
                "inbound_quote",
                List.of(
                        Column.text("supplier", 120).mandatory(),
                        Column.text("quoteNo", 40).mandatory(),
                        Column.select("mode", List.of("OCEAN_LCL", "OCEAN_FCL", "OCEAN_FAST", "AIR", "EXPRESS"))
                                .mandatory(),
                        Column.select("incoterm", List.of("EXW", "FOB", "DAP", "DDP"))
                                .mandatory(),
                        Column.select("currency", CURRENCIES).mandatory(),
                        Column.decimal("amount", "0.01", MOST_MONEY).mandatory(),
                        Column.integer("transitDays", 1, 365).mandatory(),
                        Column.date("validUntil").mandatory()),
                List.of(InboundSheets::centsOnly));
    }

    @Bean
    Sheet budgetSheet() {
        return sheet(
                BUDGET,
                "inbound_budget",
                List.of(
                        Column.select("line", LINES).mandatory(),
                        Column.select("currency", CURRENCIES).mandatory(),
                        Column.decimal("amount", "0", MOST_MONEY).mandatory(),
                        Column.text("basis", 200)),
                List.of(InboundSheets::centsOnly));
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
                                .matching("FBA[0-9A-Z]{6,15}")
                                .mandatory(),
                        Column.text("fulfilmentCenter", 8)
                                .matching("[A-Z]{3}[0-9A-Z]{1,3}")
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
                List.of(skus::known, InboundSheets::onceEach));
    }

    @Bean
    Sheet invoicesSheet() {
        return sheet(
                INVOICES,
                "inbound_invoice",
                List.of(
                        Column.select("line", LINES).mandatory(),
                        Column.text("invoiceNo", 40).mandatory(),
                        Column.text("supplier", 120).mandatory(),
                        Column.select("currency", CURRENCIES).mandatory(),
                        Column.decimal("amount", "0.01", MOST_MONEY).mandatory()),
                List.of(InboundSheets::centsOnly, InboundSheets::invoiceOnce));
    }

    @Bean
    Sheet.Sheets sheets(List<Sheet> all) {
        return name -> all.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }

    private Sheet sheet(String name, String table, List<Column> columns, List<Sheet.Rule> rules) {
        return new TableSheet(name, table, name.equals(RECEIPTS), columns, rules, store);
    }

    private static List<CellError> onceEach(Sheet.Subject subject, List<Map<String, String>> rows) {
        return repeated(rows, "sku", "sheet.error.twice");
    }

    private static List<CellError> invoiceOnce(Sheet.Subject subject, List<Map<String, String>> rows) {
        List<CellError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            Map<String, String> values = rows.get(row);
            if (!seen.add(values.get("supplier") + "\n" + values.get("invoiceNo") + "\n" + values.get("line"))) {
                errors.add(CellError.at(row, "invoiceNo", "sheet.error.twice"));
            }
        }
        return errors;
    }

    private static List<CellError> repeated(List<Map<String, String>> rows, String column, String message) {
        List<CellError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!seen.add(String.valueOf(rows.get(row).get(column)))) {
                errors.add(CellError.at(row, column, message));
            }
        }
        return errors;
    }

    /** FNSKU is Amazon's own label; a manufacturer's barcode stands on the goods already. */
    private static List<CellError> fnskuWhereNeeded(Sheet.Subject subject, List<Map<String, String>> rows) {
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String fnsku = rows.get(row).getOrDefault("fnsku", "");
            if ("FNSKU".equals(rows.get(row).get("barcodeType")) && fnsku.isBlank()) {
                errors.add(CellError.at(row, "fnsku", "sheet.error.required"));
            }
        }
        return errors;
    }

    private static List<CellError> centsOnly(Sheet.Subject subject, List<Map<String, String>> rows) {
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String amount = String.valueOf(rows.get(row).get("amount")).strip();
            if (new BigDecimal(amount).stripTrailingZeros().scale() > 2) {
                errors.add(CellError.at(row, "amount", "sheet.error.cents"));
            }
        }
        return errors;
    }
}
