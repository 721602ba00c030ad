package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.RequestType;
import com.lianxing.approval.Routing;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The lines it concerns: limit, held, spent, and what is available before and after. */
@Component
class MoneyFacts {

    private final BudgetLedger ledger;

    MoneyFacts(BudgetLedger ledger) {
        this.ledger = ledger;
    }

    void write(ApprovalRequest request, FactText text) {
        if (request.amounts().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                text.text("approval.line"),
                text.text("approval.line.asked"),
                text.text("approval.line.limit"),
                text.text("approval.line.held"),
                text.text("approval.line.spent"),
                text.text("approval.line.before"),
                text.text("approval.line.after")));
        request.amounts().forEach(amount -> rows.add(row(request, amount, text)));
        text.table(rows);
        Routing routing = request.routing();
        if (routing != null && routing.shortfall().isPositive()) {
            text.line(
                    request.isAfterTheFact() ? "approval.facts.excess" : "approval.facts.shortfall",
                    text.amount(routing.shortfall()));
        }
    }

    private List<String> row(ApprovalRequest request, LineAmount amount, FactText text) {
        LinePosition line = ledger.position(request.code(), amount.line());
        return List.of(
                text.text("budgetLine." + amount.line()),
                text.amount(amount.usd()),
                text.amount(line.limit()),
                text.amount(line.held()),
                text.amount(line.spent()),
                text.amount(line.available()),
                text.amount(after(request, amount.usd(), line)));
    }

    /** What posting does to it: a commitment takes, raising the line by what it lacks; a payment was held before; another budget gives. */
    private static Money after(ApprovalRequest request, Money asked, LinePosition line) {
        Money zero = Money.zero(asked.currency());
        if (request.isAfterTheFact()) {
            return line.available().plus(request.excessOf(line.line()).min(line.excess()));
        }
        if (request.type() == RequestType.PAYMENT) {
            return line.available();
        }
        return request.type() == RequestType.COMMITMENT
                ? line.available().minus(asked).max(zero)
                : line.available().plus(asked);
    }
}
