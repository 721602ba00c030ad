package com.lianxing.project;

import com.lianxing.project.Sheet.CellError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Rules that sheets of several modules have in common. */
public final class SheetRules {

    /** The column {@code amount} has no more than two decimals. */
    public static final Sheet.Rule CENTS_ONLY = noRow(
            "amount",
            "sheet.error.cents",
            row -> new BigDecimal(text(row, "amount")).stripTrailingZeros().scale() > 2);

    private SheetRules() {}

    /** No two rows say the same in all of these columns; the error stands at the first of them. */
    public static Sheet.Rule noneTwice(String... columns) {
        return (subject, rows) -> {
            Set<List<String>> seen = new HashSet<>();
            return faults(
                    rows,
                    columns[0],
                    "sheet.error.twice",
                    row -> !seen.add(Arrays.stream(columns)
                            .map(column -> text(row, column))
                            .toList()));
        };
    }

    /** No row is wrong in that way; the error stands in this column. */
    public static Sheet.Rule noRow(String column, String messageKey, Predicate<Map<String, String>> isWrong) {
        return (subject, rows) -> faults(rows, column, messageKey, isWrong);
    }

    /** What stands in a cell, without blanks around it; empty text if nothing does. */
    public static String text(Map<String, String> row, String column) {
        return Objects.toString(row.get(column), "").strip();
    }

    /**
     * An error in each row that is wrong.
     *
     * @param arguments of the message
     */
    public static List<CellError> faults(
            List<Map<String, String>> rows,
            String column,
            String messageKey,
            Predicate<Map<String, String>> isWrong,
            Object... arguments) {
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (isWrong.test(rows.get(row))) {
                errors.add(CellError.at(row, column, messageKey, arguments));
            }
        }
        return errors;
    }
}
