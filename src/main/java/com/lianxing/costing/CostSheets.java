package com.lianxing.costing;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import com.lianxing.project.Sheet.Column;
import com.lianxing.project.SheetRules;
import com.lianxing.project.TableSheet;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The grids of money that every kind of project has: what is planned by line, and what was billed. */
@Configuration(proxyBeanMethods = false)
class CostSheets {

    static final String BUDGET_TABLE = "planned_cost";
    static final String INVOICE_TABLE = "invoice";

    private static final List<String> CURRENCIES = List.of("CNY", "USD", "HKD", "EUR");
    private static final List<String> LINES =
            Arrays.stream(BudgetLine.values()).map(BudgetLine::name).toList();
    private static final String MOST_MONEY = "999999999.99";

    private final TableSheet.Store store;
    private final Projects projects;

    CostSheets(TableSheet.Store store, Projects projects) {
        this.store = store;
        this.projects = projects;
    }

    @Bean
    Sheet budgetSheet() {
        return new TableSheet(
                "budget",
                BUDGET_TABLE,
                false,
                List.of(
                        Column.select("line", LINES, "budgetLine.").mandatory(),
                        Column.select("currency", CURRENCIES).mandatory(),
                        Column.decimal("amount", "0", MOST_MONEY).mandatory(),
                        Column.text("basis", 200)),
                List.of(SheetRules.CENTS_ONLY),
                this::offered,
                store);
    }

    @Bean
    Sheet invoicesSheet() {
        return new TableSheet(
                "invoices",
                INVOICE_TABLE,
                false,
                List.of(
                        Column.select("line", LINES, "budgetLine.").mandatory(),
                        Column.text("invoiceNo", 40).mandatory(),
                        Column.text("supplier", 120).mandatory(),
                        Column.select("currency", CURRENCIES).mandatory(),
                        Column.decimal("amount", "0.01", MOST_MONEY).mandatory()),
                List.of(SheetRules.CENTS_ONLY, SheetRules.noneTwice("invoiceNo", "supplier", "line")),
                this::offered,
                store);
    }

    private List<String> offered(Sheet.Subject subject, Column column) {
        return column.key().equals("line") ? lines(subject) : column.options();
    }

    private List<String> lines(Sheet.Subject subject) {
        String lifecycle = projects.require(subject.project()).lifecycle();
        return BudgetLine.of(lifecycle).stream().map(BudgetLine::name).toList();
    }
}
