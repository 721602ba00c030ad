package com.lianxing.process.quotecomparison;

import com.lianxing.inbound.InboundPlans.FreightChoice;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is to be carried, and how. */
@Component
class FreightFacts implements FormFacts {

    private final FreightOffers offers;
    private final MessageSource messages;

    FreightFacts(FreightOffers offers, MessageSource messages) {
        this.offers = offers;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "freightFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        FreightChoice plan = offers.plan(new ProjectCode(view.projectCode().orElseThrow()));
        return lines.line(
                        "fact.freight",
                        lines.text("fact.mode." + plan.mode()),
                        plan.incoterm(),
                        Markdown.escape(plan.lane()),
                        plan.volumeCbm().toPlainString(),
                        plan.grossKg().toPlainString())
                .markdown();
    }
}
