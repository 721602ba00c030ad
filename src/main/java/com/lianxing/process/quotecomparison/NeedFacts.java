package com.lianxing.process.quotecomparison;

import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Purchase;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What suppliers are asked for. */
@Component
class NeedFacts implements FormFacts {

    private final QuoteOffers offers;
    private final MessageSource messages;

    NeedFacts(QuoteOffers offers, MessageSource messages) {
        this.offers = offers;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "needFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Purchase purchase = QuoteComparison.purchase(view);
        return offers.described(project, purchase, lines);
    }
}
