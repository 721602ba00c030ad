package com.lianxing.process.obligationrenewal;

import com.lianxing.access.People;
import com.lianxing.calendar.BothClocks;
import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.Terms.Period;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is to be renewed, until when, for which goods, and by whom. */
@Component
class RenewalFacts implements FormFacts {

    private final Obligations obligations;
    private final People people;
    private final MessageSource messages;

    RenewalFacts(Obligations obligations, People people, MessageSource messages) {
        this.obligations = obligations;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "renewalFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        Obligation obligation = obligations.require(
                UUID.fromString(view.variable(ObligationRenewal.OBLIGATION_ID).orElseThrow()));
        Period period = obligation
                .terms()
                .period(view.variable(ObligationRenewal.PERIOD).orElseThrow().intValue());
        FactLines lines = new FactLines(messages, reader);
        lines.line(
                        "fact.obligation",
                        lines.text(obligation.terms().kind().messageKey()),
                        Markdown.escape(obligation.name()),
                        Markdown.escape(obligation.number()))
                .line("fact.renewalDue", BothClocks.text(period.due(), reader.language()))
                .line("fact.renewalPeople", people.name(obligation.owner()), people.name(obligation.deputy()));
        if (!obligation.skus().isEmpty()) {
            lines.line(
                    "fact.renewalGoods",
                    String.join(", ", obligation.skus().stream().sorted().toList()));
        }
        view.variable(ObligationRenewal.ENTERED_NUMBER)
                .ifPresent(number -> lines.line(
                        "fact.renewalEntered",
                        Markdown.escape(number),
                        view.variable(ObligationRenewal.ENTERED_ON).orElse("-")));
        return lines.markdown();
    }
}
