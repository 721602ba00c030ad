package com.lianxing.project;

import com.lianxing.project.Sheet.CellError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules that sheets of several modules have in common. */
public final class SheetRules {

    private SheetRules() {}

    /** No two rows say the same in all of these columns; the error stands at the first of them. */
    public static Sheet.Rule noneTwice(String... columns) {
        return (subject, rows) -> {
            List<CellError> errors = new ArrayList<>();
            Set<List<String>> seen = new HashSet<>();
            for (int row = 0; row < rows.size(); row++) {
                Map<String, String> values = rows.get(row);
                List<String> said = Arrays.stream(columns)
                        .map(column -> values.getOrDefault(column, "").strip())
                        .toList();
                if (!seen.add(said)) {
                    errors.add(CellError.at(row, columns[0], "sheet.error.twice"));
                }
            }
            return errors;
        };
    }

    /** The column {@code amount} has no more than two decimals. */
    public static List<CellError> centsOnly(Sheet.Subject subject, List<Map<String, String>> rows) {
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
