package com.lianxing.sourcing;

import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import com.lianxing.project.Sheet.CellError;
import com.lianxing.project.Sheet.Column;
import com.lianxing.project.SheetRules;
import com.lianxing.project.TableSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The grids of a comparison: the quotes as they came, and what a leg costs that a quote leaves out. */
@Configuration(proxyBeanMethods = false)
class QuoteSheets {

    static final String QUOTE_TABLE = "quote_line";
    static final String LEG_TABLE = "leg_price";

    private static final List<String> SERVICES =
            names(Arrays.stream(Purchase.values()).filter(Purchase::isService).toArray(Purchase[]::new));

    /** The one kind of project that buys services and no goods. */
    private static final String CERTIFICATION = "fda-certification";

    /** What the price of a service may be for: the whole, or one of it. */
    private static final Set<String> COUNTED = Set.of("", Unit.PIECE.name());

    private static final List<String> CURRENCIES = List.of("CNY", "USD", "HKD", "EUR");
    private static final String MOST_MONEY = "999999999.99";

    private final TableSheet.Store store;
    private final Projects projects;

    QuoteSheets(TableSheet.Store store, Projects projects) {
        this.store = store;
        this.projects = projects;
    }

    @Bean
    Sheet quotesSheet() {
        return new TableSheet(
                "quotes",
                QUOTE_TABLE,
                false,
                List.of(
                        Column.text("supplier", 120).mandatory(),
                        Column.text("quoteNo", 40).mandatory(),
                        Column.select(
                                        "mode",
                                        Stream.of(Quote.FREIGHT_MODES, List.of(Purchase.GOODS.name()), SERVICES)
                                                .flatMap(List::stream)
                                                .toList(),
                                        "sheet.option.")
                                .mandatory(),
                        Column.select("incoterm", names(Incoterm.values())),
                        Column.select("currency", CURRENCIES).mandatory(),
                        Column.decimal("amount", "0.000001", MOST_MONEY).mandatory(),
                        Column.select("unit", names(Unit.values()), "sourcing.unit."),
                        Column.integer("transitDays", 1, 365).mandatory(),
                        Column.date("validUntil").mandatory()),
                List.of(
                        QuoteSheets::centsOfWholePrices,
                        QuoteSheets::travelsOrIsCounted,
                        SheetRules.noneTwice("quoteNo")),
                this::ofItsLifecycle,
                store);
    }

    @Bean
    Sheet legsSheet() {
        return new TableSheet(
                "legs",
                LEG_TABLE,
                false,
                List.of(
                        Column.select("leg", names(Leg.values()), "sourcing.leg.")
                                .mandatory(),
                        Column.select("currency", CURRENCIES).mandatory(),
                        Column.decimal("amount", "0.01", MOST_MONEY).mandatory(),
                        Column.text("basis", 200).mandatory()),
                List.of(SheetRules.CENTS_ONLY, SheetRules.noneTwice("leg")),
                store);
    }

    /** An FDA project buys services, every other one goods and freight. */
    private List<String> ofItsLifecycle(Sheet.Subject subject, Column column) {
        boolean services = projects.require(subject.project()).lifecycle().equals(CERTIFICATION);
        return column.key().equals("mode")
                ? column.options().stream()
                        .filter(option -> SERVICES.contains(option) == services)
                        .toList()
                : column.options();
    }

    private static List<CellError> travelsOrIsCounted(Sheet.Subject subject, List<Map<String, String>> rows) {
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Map<String, String> values = rows.get(row);
            boolean travels = !SERVICES.contains(SheetRules.text(values, "mode"));
            if (travels && SheetRules.text(values, "incoterm").isEmpty()) {
                errors.add(CellError.at(row, "incoterm", "sheet.error.required"));
            }
            if (!travels && !COUNTED.contains(SheetRules.text(values, "unit"))) {
                errors.add(CellError.at(row, "unit", "sheet.error.serviceUnit"));
            }
        }
        return errors;
    }

    /** What services a project buys outside, each of one kind. */
    @Bean
    Sheet servicesSheet() {
        return new TableSheet(
                "services",
                ServiceNeeds.TABLE,
                false,
                List.of(
                        Column.select("purchase", SERVICES, "sourcing.purchase.")
                                .mandatory(),
                        Column.text("specification", 200).mandatory(),
                        Column.integer("pieces", 1, 10_000).mandatory()),
                List.of(SheetRules.noneTwice("purchase")),
                store);
    }

    /** The price of one unit may be finer than a coin. */
    private static List<CellError> centsOfWholePrices(Sheet.Subject subject, List<Map<String, String>> rows) {
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Map<String, String> values = rows.get(row);
            BigDecimal amount = new BigDecimal(SheetRules.text(values, "amount"));
            boolean whole = SheetRules.text(values, "unit").isEmpty();
            if (whole && amount.stripTrailingZeros().scale() > 2) {
                errors.add(CellError.at(row, "amount", "sheet.error.cents"));
            }
        }
        return errors;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
