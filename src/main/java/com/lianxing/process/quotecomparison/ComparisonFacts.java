package com.lianxing.process.quotecomparison;

import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.QuoteComparisons.Comparison;
import com.lianxing.sourcing.QuoteComparisons.Offer;
import java.math.BigDecimal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The quotes side by side, and what was paid before. */
@Component
class ComparisonFacts implements FormFacts {

    private final FreightOffers offers;
    private final MessageSource messages;

    ComparisonFacts(FreightOffers offers, MessageSource messages) {
        this.offers = offers;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "comparisonFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        Comparison comparison = offers.of(new ProjectCode(view.projectCode().orElseThrow()));
        lines.line("fact.comparison", comparison.valid().size(), QuoteComparison.ENOUGH);
        for (Offer offer : comparison.offers()) {
            lines.item(
                    comparison.isValid(offer) ? "fact.comparison.offer" : "fact.comparison.expired",
                    Markdown.escape(offer.quoteNo()),
                    Markdown.escape(offer.supplier()),
                    FactLines.amount(offer.usd()),
                    comparison.perUnit(offer).toPlainString(),
                    offer.validUntil(),
                    comparison.overMedian(offer).map(BigDecimal::toPlainString).orElse("-"));
        }
        return lines.line(
                        "fact.comparison.history",
                        comparison.lastPaid().map(BigDecimal::toPlainString).orElse("-"),
                        comparison.median().map(BigDecimal::toPlainString).orElse("-"))
                .markdown();
    }
}
