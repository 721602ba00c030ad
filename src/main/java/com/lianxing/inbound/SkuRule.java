package com.lianxing.inbound;

import com.lianxing.catalog.Catalog;
import com.lianxing.project.Sheet.CellError;
import com.lianxing.project.Sheet.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rules that tie a sheet's rows to the catalogue and to the project's own SKUs. */
@Component
class SkuRule {

    private final Catalog catalog;
    private final JdbcClient jdbc;

    SkuRule(Catalog catalog, JdbcClient jdbc) {
        this.catalog = catalog;
        this.jdbc = jdbc;
    }

    /** Every row names a SKU of the catalogue. */
    List<CellError> known(Subject subject, List<Map<String, String>> rows) {
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String sku = sku(rows.get(row));
            if (catalog.find(sku).isEmpty()) {
                errors.add(CellError.at(row, "sku", "sheet.error.unknownSku", sku));
            }
        }
        return errors;
    }

    /** Every row names a SKU that this project moves. */
    List<CellError> planned(Subject subject, List<Map<String, String>> rows) {
        Map<String, Long> planned = plannedUnits(subject);
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String sku = sku(rows.get(row));
            if (!planned.containsKey(sku)) {
                errors.add(CellError.at(row, "sku", "sheet.error.otherSku", sku));
            }
        }
        return errors;
    }

    /** The shipments together carry each SKU's planned quantity, no more and no less. */
    List<CellError> unitsAsPlanned(Subject subject, List<Map<String, String>> rows) {
        Map<String, Long> left = new HashMap<>(plannedUnits(subject));
        for (Map<String, String> row : rows) {
            left.merge(
                    sku(row), -Long.parseLong(String.valueOf(row.get("units")).strip()), Long::sum);
        }
        return left.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> CellError.ofSheet("sheet.error.unitsDiffer", entry.getKey(), entry.getValue()))
                .toList();
    }

    private Map<String, Long> plannedUnits(Subject subject) {
        Map<String, Long> units = new HashMap<>();
        jdbc.sql("""
                        select item.sku, item.quantity from inbound_item item
                        join sheet_version current on current.project_code = item.project_code
                            and current.shipment_id = item.shipment_id and current.sheet = 'inbound_item'
                            and current.version = item.version
                        where item.project_code = ?""")
                .param(subject.project().value())
                .query((row, number) -> units.put(row.getString("sku"), row.getLong("quantity")))
                .list();
        return units;
    }

    private static String sku(Map<String, String> row) {
        return String.valueOf(row.get("sku")).strip();
    }
}
