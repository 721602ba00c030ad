package com.lianxing.costing;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.SheetRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the sheets of costs hold now. */
@Service
public class Costs {

    private final SheetRows rows;

    Costs(SheetRows rows) {
        this.rows = rows;
    }

    public record PlannedCost(BudgetLine line, Money amount) {}

    public record Invoice(BudgetLine line, String invoiceNo, String supplier, Money amount) {}

    public List<PlannedCost> planned(ProjectCode project) {
        return rows.current(
                CostSheets.BUDGET_TABLE,
                project,
                (row, number) -> new PlannedCost(BudgetLine.valueOf(row.getString("line")), amount(row)));
    }

    public List<Invoice> invoices(ProjectCode project) {
        return rows.current(
                CostSheets.INVOICE_TABLE,
                project,
                (row, number) -> new Invoice(
                        BudgetLine.valueOf(row.getString("line")),
                        row.getString("invoice_no"),
                        row.getString("supplier"),
                        amount(row)));
    }

    private static Money amount(ResultSet row) throws SQLException {
        return Money.of(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency")));
    }
}
