package com.lianxing.process.fbashipment;

import com.lianxing.inbound.InboundPlans;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.QuoteComparisons.Comparison;
import com.lianxing.sourcing.QuoteComparisons.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a new carrier is compared with: what is held now, the quote just chosen, and the last six months. */
@Component
class CarrierFacts implements FormFacts {

    private final CarrierOffer offer;
    private final QuoteComparisons comparisons;
    private final InboundPlans plans;
    private final MessageSource messages;

    CarrierFacts(CarrierOffer offer, QuoteComparisons comparisons, InboundPlans plans, MessageSource messages) {
        this.offer = offer;
        this.comparisons = comparisons;
        this.plans = plans;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "carrierFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        if (view.scope() != null) {
            offer.held(view.scope())
                    .ifPresentOrElse(
                            held -> lines.line("fact.carrier.held", FactLines.amount(held)),
                            () -> lines.line("fact.carrier.none"));
        }
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        comparisons.chosen(project).ifPresent(chosen -> {
            lines.item("fact.carrier.quote", Markdown.escape(chosen.supplier()), FactLines.amount(chosen.usd()));
            Offer quote = new Offer(chosen.supplier(), chosen.quoteNo(), chosen.usd(), chosen.validUntil());
            plans.choice(project)
                    .map(plan -> comparison(plan, quote))
                    .flatMap(comparison -> comparison.overMedian(quote))
                    .ifPresent(percent -> lines.item("fact.carrier.median", percent.toPlainString()));
        });
        return lines.markdown();
    }

    private Comparison comparison(InboundPlans.FreightChoice plan, Offer quote) {
        BigDecimal cbm = plan.volumeCbm();
        LocalDate today = quote.validUntil();
        return comparisons.compare("FREIGHT:" + plan.mode(), cbm, List.of(quote), today);
    }
}
