package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.process.quotecomparison.QuoteComparison;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is ordered: the service, and the quote that was chosen for it. */
@Component
class ServiceFacts implements FormFacts {

    private final ServiceOffers offers;
    private final QuoteComparisons comparisons;
    private final MessageSource messages;

    ServiceFacts(ServiceOffers offers, QuoteComparisons comparisons, MessageSource messages) {
        this.offers = offers;
        this.comparisons = comparisons;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "serviceFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Purchase purchase = QuoteComparison.purchase(view);
        lines.paragraph(offers.described(project, purchase, lines));
        comparisons
                .chosen(project, purchase)
                .ifPresent(chosen -> lines.line(
                        "fact.service.chosen",
                        Markdown.escape(chosen.quoteNo()),
                        Markdown.escape(chosen.supplier()),
                        FactLines.amount(chosen.asked()),
                        chosen.quotes(),
                        chosen.validUntil()));
        return lines.markdown();
    }
}
