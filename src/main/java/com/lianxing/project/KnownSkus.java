package com.lianxing.project;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.Sku;
import com.lianxing.project.Sheet.CellError;
import com.lianxing.project.Sheet.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rule that each row names a SKU of the catalogue. */
@Component
public class KnownSkus implements Sheet.Rule {

    private static final String COLUMN = "sku";

    private final Catalog catalog;

    KnownSkus(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<CellError> check(Subject subject, List<Map<String, String>> rows) {
        List<String> named = rows.stream()
                .map(row -> SheetRules.text(row, COLUMN))
                .distinct()
                .toList();
        Set<String> known = catalog.findAll(named).stream().map(Sku::code).collect(Collectors.toSet());
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String sku = SheetRules.text(rows.get(row), COLUMN);
            if (!known.contains(sku)) {
                errors.add(CellError.at(row, COLUMN, "sheet.error.unknownSku", sku));
            }
        }
        return errors;
    }
}
