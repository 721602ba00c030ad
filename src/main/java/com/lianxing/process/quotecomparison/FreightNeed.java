package com.lianxing.process.quotecomparison;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundPlans.FreightChoice;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import com.lianxing.sourcing.Incoterm;
import com.lianxing.sourcing.Load;
import com.lianxing.sourcing.Need;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.Quantity;
import com.lianxing.sourcing.Unit;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a project asks for freight: by air per chargeable kilogram, else per cubic metre. */
@Component
class FreightNeed implements PurchaseNeed {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Set<String> CHARGED_BY_WEIGHT = Set.of("AIR", "EXPRESS");
    private static final String DIVISOR = "freight.volumetricDivisor";

    private final Inbound inbound;
    private final InboundPlans plans;
    private final ReferenceValues references;
    private final Clock clock;

    FreightNeed(Inbound inbound, InboundPlans plans, ReferenceValues references, Clock clock) {
        this.inbound = inbound;
        this.plans = plans;
        this.references = references;
        this.clock = clock;
    }

    @Override
    public Set<Purchase> purchases() {
        return Set.of(Purchase.FREIGHT);
    }

    @Override
    public Need need(ProjectCode project, Purchase purchase) {
        FreightChoice plan = plan(project);
        boolean byWeight = CHARGED_BY_WEIGHT.contains(plan.mode());
        long units = inbound.items(project).stream()
                .mapToLong(Inbound.Item::quantity)
                .sum();
        return new Need(
                Purchase.FREIGHT,
                "FREIGHT:" + plan.mode(),
                plan.lane(),
                Incoterm.valueOf(plan.incoterm()),
                new Load(
                        new Quantity(plan.grossKg(), Unit.KG),
                        new Quantity(plan.volumeCbm(), Unit.CBM),
                        new Quantity(BigDecimal.valueOf(units), Unit.PIECE),
                        byWeight ? divisor(plan.mode()) : null),
                byWeight ? Unit.KG : Unit.CBM);
    }

    private @Nullable BigDecimal divisor(String mode) {
        return references
                .find(DIVISOR, mode, clock.today(CHINA))
                .map(ReferenceValue::number)
                .orElse(null);
    }

    @Override
    public String described(ProjectCode project, Purchase purchase, FactLines lines) {
        FreightChoice plan = plan(project);
        return lines.text(
                "fact.freight",
                lines.text("fact.mode." + plan.mode()),
                plan.incoterm(),
                Markdown.escape(plan.lane()),
                plan.volumeCbm().toPlainString(),
                plan.grossKg().toPlainString());
    }

    private FreightChoice plan(ProjectCode project) {
        return plans.choice(project).orElseThrow();
    }
}
