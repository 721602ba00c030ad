package com.lianxing.process.quotecomparison;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundPlans.FreightChoice;
import com.lianxing.project.ProjectCode;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import com.lianxing.sourcing.Comparison;
import com.lianxing.sourcing.Incoterm;
import com.lianxing.sourcing.Load;
import com.lianxing.sourcing.Need;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.Quantity;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.Quotes;
import com.lianxing.sourcing.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The freight quotes of a project against what it plans to ship: by air per chargeable kilogram, else per cubic metre. */
@Component
class FreightOffers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Set<String> CHARGED_BY_WEIGHT = Set.of("AIR", "EXPRESS");
    private static final String DIVISOR = "freight.volumetricDivisor";

    private final Inbound inbound;
    private final InboundPlans plans;
    private final Quotes quotes;
    private final QuoteComparisons comparisons;
    private final ReferenceValues references;
    private final Clock clock;

    FreightOffers(
            Inbound inbound,
            InboundPlans plans,
            Quotes quotes,
            QuoteComparisons comparisons,
            ReferenceValues references,
            Clock clock) {
        this.inbound = inbound;
        this.plans = plans;
        this.quotes = quotes;
        this.comparisons = comparisons;
        this.references = references;
        this.clock = clock;
    }

    /** All that stand now, as of today. */
    public Comparison of(ProjectCode project) {
        return comparisons.compare(need(project), quotes.current(project), quotes.legs(project), today());
    }

    FreightChoice plan(ProjectCode project) {
        return plans.choice(project).orElseThrow();
    }

    private Need need(ProjectCode project) {
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
                .find(DIVISOR, mode, today())
                .map(ReferenceValue::number)
                .orElse(null);
    }

    private LocalDate today() {
        return clock.today(CHINA);
    }
}
