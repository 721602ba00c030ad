package com.lianxing.process.quotecomparison;

import com.lianxing.calendar.Clock;
import com.lianxing.costing.Payments;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundPlans.FreightChoice;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.QuoteComparisons.Comparison;
import com.lianxing.sourcing.QuoteComparisons.Offer;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The freight quotes of a project, in US dollars and per cubic metre of the planned freight. */
@Component
class FreightOffers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Inbound inbound;
    private final InboundPlans plans;
    private final Payments payments;
    private final QuoteComparisons comparisons;
    private final Clock clock;

    FreightOffers(Inbound inbound, InboundPlans plans, Payments payments, QuoteComparisons comparisons, Clock clock) {
        this.inbound = inbound;
        this.plans = plans;
        this.payments = payments;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /** @throws Refusal if a currency has no confirmed rate */
    Comparison of(ProjectCode project) {
        List<Offer> offers = inbound.quotes(project).stream()
                .map(quote -> new Offer(quote.supplier(), quote.quoteNo(), dollars(quote.amount()), quote.validUntil()))
                .toList();
        return comparisons.compare(service(project), plan(project).volumeCbm(), offers, clock.today(CHINA));
    }

    /** What is bought; only the same is compared with earlier prices. */
    String service(ProjectCode project) {
        return "FREIGHT:" + plan(project).mode();
    }

    FreightChoice plan(ProjectCode project) {
        return plans.choice(project).orElseThrow();
    }

    private Money dollars(Money amount) {
        return payments.charge(amount)
                .orElseThrow(
                        () -> Refusal.rule("RATE_MISSING", amount.currency().getCurrencyCode()))
                .usd();
    }
}
