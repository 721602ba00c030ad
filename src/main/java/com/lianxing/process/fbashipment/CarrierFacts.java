package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.Inbound;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a new offer is compared with: what is held, what was quoted, and what freight cost in the last six months. */
@Component
class CarrierFacts implements FormFacts {

    private static final Period LOOK_BACK = Period.ofMonths(6);

    private final CarrierOffer offer;
    private final Inbound inbound;
    private final BudgetLedger ledger;
    private final Clock clock;
    private final MessageSource messages;

    CarrierFacts(CarrierOffer offer, Inbound inbound, BudgetLedger ledger, Clock clock, MessageSource messages) {
        this.offer = offer;
        this.inbound = inbound;
        this.ledger = ledger;
        this.clock = clock;
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
        inbound.quotes(new ProjectCode(view.projectCode().orElseThrow()))
                .forEach(quote -> lines.item(
                        "fact.carrier.quote",
                        Markdown.escape(quote.supplier()),
                        FactLines.amount(quote.amount()),
                        quote.transitDays()));
        ledger.medianHeld(
                        BudgetLine.FREIGHT,
                        clock.now().atOffset(ZoneOffset.UTC).minus(LOOK_BACK).toInstant())
                .ifPresent(median -> lines.item("fact.carrier.median", FactLines.amount(median)));
        return lines.markdown();
    }
}
