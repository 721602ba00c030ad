package com.lianxing.process.quotecomparison;

import com.lianxing.money.Money;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Comparison;
import com.lianxing.sourcing.Comparison.History;
import com.lianxing.sourcing.Incoterm;
import com.lianxing.sourcing.Normalised.Addition;
import com.lianxing.sourcing.Normalised.Comparable;
import com.lianxing.sourcing.Normalised.Incomparable;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.Quote;
import com.lianxing.sourcing.SupplierScores;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The quotes side by side, and what was paid before. */
@Component
class ComparisonFacts implements FormFacts {

    private final QuoteOffers offers;
    private final SupplierScores scores;
    private final MessageSource messages;

    ComparisonFacts(QuoteOffers offers, SupplierScores scores, MessageSource messages) {
        this.scores = scores;
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
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Purchase purchase = QuoteComparison.purchase(view);
        Comparison comparison = offers.of(project, purchase);
        lines.paragraph(offers.described(project, purchase, lines));
        Incoterm incoterm = comparison.need().incoterm();
        lines.line(
                incoterm == null ? "fact.comparison.service" : "fact.comparison",
                comparison.valid().size(),
                QuoteComparison.ENOUGH,
                String.valueOf(incoterm),
                lines.text(comparison.need().unit().messageKey()),
                comparison.quantity().toPlainString());
        comparison.offers().forEach(offer -> {
            offer(lines, comparison, offer);
            score(lines, offer.quote());
        });
        comparison.incomparable().forEach(odd -> incomparable(lines, odd));
        return lines.line(
                        "fact.comparison.history",
                        plain(comparison.history().last()),
                        plain(comparison.history().median()))
                .markdown();
    }

    private static void offer(FactLines lines, Comparison comparison, Comparable offer) {
        Quote quote = offer.quote();
        History before = comparison.historyWith(offer);
        lines.item(
                comparison.isValid(offer) ? "fact.comparison.offer" : "fact.comparison.expired",
                Markdown.escape(quote.quoteNo()),
                Markdown.escape(quote.supplier()),
                FactLines.amount(offer.usd()),
                comparison.perUnit(offer).toPlainString(),
                quote.validUntil(),
                percent(comparison.overMedian(offer)));
        lines.inner(
                "fact.comparison.asked",
                quote.version(),
                offered(lines, quote),
                FactLines.amount(offer.asked()),
                offer.rate().value().toPlainString());
        for (Addition addition : offer.additions()) {
            lines.inner(
                    addition.usd().isNegative() ? "fact.comparison.takenOff" : "fact.comparison.added",
                    lines.text(addition.leg().messageKey()),
                    FactLines.amount(positive(addition.amount())),
                    FactLines.amount(positive(addition.usd())));
        }
        if (before.last().isPresent()) {
            lines.inner("fact.comparison.supplier", plain(before.last()), plain(before.median()));
        }
    }

    /** How well whoever goes by that name did before. */
    private void score(FactLines lines, Quote quote) {
        scores.named(quote.supplier())
                .ifPresent(score ->
                        lines.inner("fact.comparison.score", score.average().toPlainString(), score.projects()));
    }

    private static void incomparable(FactLines lines, Incomparable odd) {
        Quote quote = odd.quote();
        String missing = Stream.of(
                        odd.unpriced().stream().map(leg -> lines.text(leg.messageKey())),
                        odd.unrated().stream()
                                .map(currency -> lines.text("fact.comparison.noRate", currency.getCurrencyCode())),
                        odd.gaps().stream().map(gap -> lines.text(gap.messageKey())))
                .flatMap(Function.identity())
                .collect(Collectors.joining(", "));
        lines.item(
                "fact.comparison.incomparable",
                Markdown.escape(quote.quoteNo()),
                Markdown.escape(quote.supplier()),
                offered(lines, quote),
                missing);
    }

    private static String price(FactLines lines, Quote quote) {
        String price = quote.price().toString();
        return quote.unit() == null
                ? price
                : lines.text(
                        "fact.comparison.perUnit",
                        price,
                        lines.text(quote.unit().messageKey()));
    }

    /** The price as it came, and up to where, if anything travels. */
    private static String offered(FactLines lines, Quote quote) {
        String price = price(lines, quote);
        return quote.incoterm() == null ? price : price + " " + quote.incoterm();
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? amount.negate() : amount;
    }

    private static String percent(Optional<BigDecimal> number) {
        return number.map(per -> per.toPlainString() + "%").orElse("-");
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("-");
    }
}
