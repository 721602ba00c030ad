package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Deal;
import com.lianxing.launch.Deals;
import com.lianxing.launch.Launches;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The deals, and how far each has come. */
@Component
class DealFacts implements FormFacts {

    private final Launches launches;
    private final Deals deals;
    private final MessageSource messages;

    DealFacts(Launches launches, Deals deals, MessageSource messages) {
        this.launches = launches;
        this.deals = deals;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "dealFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        lines.line("fact.deals");
        for (Deal deal : launches.deals(project)) {
            String state = deals.state(deal.id())
                    .map(known -> lines.text(known.messageKey()))
                    .orElseGet(() -> lines.text("launch.dealState.NONE"));
            lines.item(
                    "fact.deals.deal",
                    deal.id(),
                    lines.text(deal.type().messageKey()),
                    Markdown.escape(deal.sku()),
                    FactLines.amount(deal.price()),
                    FactLines.amount(deal.fee()),
                    state);
        }
        return lines.markdown();
    }
}
