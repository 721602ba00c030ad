package com.lianxing.inbound;

import com.lianxing.project.Sheet.CellError;
import com.lianxing.project.Sheet.Subject;
import com.lianxing.project.SheetRows;
import com.lianxing.project.SheetRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rules that tie a sheet's rows to the SKUs that the project moves. */
@Component
class SkuRule {

    private final SheetRows rows;

    SkuRule(SheetRows rows) {
        this.rows = rows;
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
        rows.current(
                InboundSheets.ITEM_TABLE,
                subject.project(),
                (row, number) -> units.put(row.getString("sku"), row.getLong("quantity")));
        return units;
    }

    private static String sku(Map<String, String> row) {
        return SheetRules.text(row, "sku");
    }
}
