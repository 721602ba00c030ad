package com.lianxing.process.lifecycle;

import com.lianxing.costing.Costs;
import com.lianxing.costing.Payments;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The budget sheet in US dollars, one amount per line, at today's confirmed rates. */
@Component
public class BudgetPlan {

    private final Costs costs;
    private final Payments payments;

    BudgetPlan(Costs costs, Payments payments) {
        this.costs = costs;
        this.payments = payments;
    }

    /** @throws Refusal if a currency has no confirmed rate */
    public List<LineAmount> inDollars(ProjectCode project) {
        Map<BudgetLine, Money> limits = new EnumMap<>(BudgetLine.class);
        for (Costs.PlannedCost cost : costs.planned(project)) {
            if (cost.amount().isPositive()) {
                Charge charge = payments.charge(cost.amount())
                        .orElseThrow(() -> Refusal.rule(
                                "RATE_MISSING", cost.amount().currency().getCurrencyCode()));
                limits.merge(cost.line(), charge.usd(), Money::plus);
            }
        }
        return limits.entrySet().stream()
                .map(limit -> new LineAmount(limit.getKey(), limit.getValue()))
                .toList();
    }
}
