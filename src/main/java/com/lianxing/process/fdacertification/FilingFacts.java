package com.lianxing.process.fdacertification;

import com.lianxing.certification.Filings;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was filed on the path and what became of it. */
@Component
class FilingFacts implements FormFacts {

    private final Filings filings;
    private final MessageSource messages;

    FilingFacts(Filings filings, MessageSource messages) {
        this.filings = filings;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "filingFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Filings.Filing filing =
                filings.require(view.variable(FdaCertification.FILING_ID).orElseThrow());
        lines.line("fact.filing", lines.text(filing.path().messageKey()), filing.id(), project);
        for (Filings.Event event : filings.events(filing.id())) {
            lines.item(
                    "fact.filing.event",
                    lines.text(event.kind().messageKey()),
                    LocalDate.ofInstant(event.at(), FdaCertification.FDA).toString(),
                    event.note().isBlank() ? "-" : Markdown.escape(event.note()));
        }
        return lines.markdown();
    }
}
