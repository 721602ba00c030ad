package com.lianxing.process.fbainbound;

import com.lianxing.inbound.LandedCosts;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What each product cost until it lay in Amazon's shelf, in all and per unit. */
@Component
class LandedCostFacts implements FormFacts {

    private final LandedCosts costs;
    private final MessageSource messages;

    LandedCostFacts(LandedCosts costs, MessageSource messages) {
        this.costs = costs;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "landedCostFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Map<String, List<LandedCosts.Share>> shares = costs.of(project).stream()
                .collect(Collectors.groupingBy(LandedCosts.Share::sku, TreeMap::new, Collectors.toList()));
        lines.line(shares.isEmpty() ? "fact.cost.none" : "fact.cost");
        shares.forEach((sku, parts) -> {
            Money total = parts.stream()
                    .map(LandedCosts.Share::cost)
                    .reduce(Money::plus)
                    .orElseThrow();
            long units = parts.get(0).units();
            if (units == 0) {
                lines.item("fact.cost.noUnits", Markdown.escape(sku), FactLines.amount(total));
            } else {
                BigDecimal each = total.amount().divide(BigDecimal.valueOf(units), 4, RoundingMode.HALF_UP);
                lines.item("fact.cost.sku", Markdown.escape(sku), FactLines.amount(total), units, each.toPlainString());
            }
        });
        return lines.markdown();
    }
}
