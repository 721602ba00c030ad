package com.lianxing.process.fbashipment;

import com.lianxing.money.Money;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.QuoteComparisons.Chosen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The carrier until now, the one just chosen, and what the way cost before, side by side. */
@Component
class CarrierFacts implements FormFacts {

    private static final String NOTHING = "-";

    private final CarrierOffer offer;
    private final QuoteComparisons comparisons;
    private final MessageSource messages;

    CarrierFacts(CarrierOffer offer, QuoteComparisons comparisons, MessageSource messages) {
        this.offer = offer;
        this.comparisons = comparisons;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "carrierFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        Optional<Money> held = view.scope() == null ? Optional.empty() : offer.held(view.scope());
        held.ifPresentOrElse(
                money -> lines.line("fact.carrier.held", FactLines.amount(money)),
                () -> lines.line("fact.carrier.none"));
        List<Chosen> choices =
                comparisons.choices(new ProjectCode(view.projectCode().orElseThrow()), Purchase.FREIGHT);
        if (choices.isEmpty()) {
            return lines.markdown();
        }
        Chosen chosen = choices.get(0);
        Optional<Chosen> before = choices.stream().skip(1).findFirst();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                lines.text("fact.carrier.supplier"),
                "USD",
                lines.text("fact.carrier.perUnit", lines.text(chosen.unit().messageKey()))));
        before.ifPresent(old -> rows.add(row(lines.text("fact.carrier.old"), old)));
        rows.add(row(lines.text("fact.carrier.new"), chosen));
        rows.add(List.of(
                lines.text("fact.carrier.last"), "", "", plain(chosen.before().last())));
        rows.add(List.of(
                lines.text("fact.carrier.median"), "", "", plain(chosen.before().median())));
        lines.table(rows);
        before.ifPresent(old -> lines.line(
                "fact.carrier.difference", FactLines.amount(chosen.usd().minus(old.usd()))));
        chosen.before()
                .median()
                .filter(median -> median.signum() > 0)
                .ifPresent(median -> lines.line("fact.carrier.overMedian", percentOver(chosen.perUnit(), median)));
        return lines.markdown();
    }

    private static List<String> row(String name, Chosen chosen) {
        return List.of(
                name,
                Markdown.escape(chosen.supplier()) + " " + Markdown.escape(chosen.quoteNo()),
                FactLines.amount(chosen.usd()),
                chosen.perUnit().toPlainString());
    }

    private static String percentOver(BigDecimal price, BigDecimal usual) {
        return price.subtract(usual)
                .movePointRight(2)
                .divide(usual, 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String plain(Optional<BigDecimal> price) {
        return price.map(BigDecimal::toPlainString).orElse(NOTHING);
    }
}
