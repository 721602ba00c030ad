package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundPlans.FreightChoice;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.process.quotecomparison.PurchaseNeed;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Incoterm;
import com.lianxing.sourcing.Load;
import com.lianxing.sourcing.Need;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.Quantity;
import com.lianxing.sourcing.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The goods that a project orders, per piece and as far as the port of departure: from there on freight is bought. */
@Component
class GoodsNeed implements PurchaseNeed {

    private final Inbound inbound;
    private final InboundPlans plans;

    GoodsNeed(Inbound inbound, InboundPlans plans) {
        this.inbound = inbound;
        this.plans = plans;
    }

    @Override
    public Set<Purchase> purchases() {
        return Set.of(Purchase.GOODS);
    }

    @Override
    public Need need(ProjectCode project, Purchase purchase) {
        Optional<FreightChoice> plan = plans.choice(project);
        List<Inbound.Item> items = inbound.items(project);
        Load load = new Load(
                plan.map(choice -> new Quantity(choice.grossKg(), Unit.KG)).orElse(null),
                plan.map(choice -> new Quantity(choice.volumeCbm(), Unit.CBM)).orElse(null),
                new Quantity(BigDecimal.valueOf(pieces(items)), Unit.PIECE),
                null);
        return new Need(purchase, purchase.name(), skus(items), Incoterm.FOB, load, Unit.PIECE);
    }

    @Override
    public String described(ProjectCode project, Purchase purchase, FactLines lines) {
        List<Inbound.Item> items = inbound.items(project);
        return lines.text("fact.goods", Markdown.escape(skus(items)), pieces(items));
    }

    private static String skus(List<Inbound.Item> items) {
        return items.stream().map(item -> item.sku().code()).sorted().distinct().collect(Collectors.joining(", "));
    }

    private static long pieces(List<Inbound.Item> items) {
        return items.stream().mapToLong(Inbound.Item::quantity).sum();
    }
}
