package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.project.Sheet.CellError;
import com.lianxing.project.Sheet.Subject;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Amazon's limits of a box: longest side of a box with several units, and weight of a box with several units. The
 * figures are reference values ({@code amazon.box.longestSide} in IN, {@code amazon.box.weight} in LB); where none is
 * known for the day, nothing is refused.
 */
@Component
class BoxRule {

    private static final BigDecimal CM_PER_INCH = new BigDecimal("2.54");
    private static final BigDecimal KG_PER_POUND = new BigDecimal("0.45359237");
    private static final ZoneId AMAZON_US = ZoneId.of("America/Los_Angeles");

    private final ReferenceValues references;
    private final Clock clock;

    BoxRule(ReferenceValues references, Clock clock) {
        this.references = references;
        this.clock = clock;
    }

    List<CellError> check(Subject subject, List<Map<String, String>> rows) {
        Optional<BigDecimal> longest = limit("amazon.box.longestSide");
        Optional<BigDecimal> heaviest = limit("amazon.box.weight");
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Map<String, String> box = rows.get(row);
            if (number(box, "unitsPerBox").compareTo(BigDecimal.ONE) == 0) {
                continue; // A single unit that is large or heavy by itself goes with a lift label.
            }
            for (String side : List.of("length", "width", "height")) {
                int at = row;
                longest.filter(most -> inches(number(box, side), box).compareTo(most) > 0)
                        .ifPresent(most ->
                                errors.add(CellError.at(at, side, "sheet.error.boxSide", most.toPlainString())));
            }
            int at = row;
            heaviest.filter(most -> pounds(number(box, "weight"), box).compareTo(most) > 0)
                    .ifPresent(most ->
                            errors.add(CellError.at(at, "weight", "sheet.error.boxWeight", most.toPlainString())));
        }
        return errors;
    }

    private Optional<BigDecimal> limit(String key) {
        return references.find(key, "US", clock.today(AMAZON_US)).map(ReferenceValue::number);
    }

    private static BigDecimal inches(BigDecimal length, Map<String, String> box) {
        return "CM".equals(box.get("lengthUnit")) ? length.divide(CM_PER_INCH, 6, RoundingMode.HALF_UP) : length;
    }

    private static BigDecimal pounds(BigDecimal weight, Map<String, String> box) {
        return "KG".equals(box.get("weightUnit")) ? weight.divide(KG_PER_POUND, 6, RoundingMode.HALF_UP) : weight;
    }

    private static BigDecimal number(Map<String, String> box, String key) {
        return new BigDecimal(String.valueOf(box.get(key)).strip());
    }
}
