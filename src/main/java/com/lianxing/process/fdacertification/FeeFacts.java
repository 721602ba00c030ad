package com.lianxing.process.fdacertification;

import com.lianxing.calendar.Clock;
import com.lianxing.certification.FdaTerms;
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

/** The fee of the path, if it is paid today. */
@Component
class FeeFacts implements FormFacts {

    private final FeeOfFiscalYear fees;
    private final Filings filings;
    private final Clock clock;
    private final MessageSource messages;

    FeeFacts(FeeOfFiscalYear fees, Filings filings, Clock clock, MessageSource messages) {
        this.fees = fees;
        this.filings = filings;
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "feeFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        String filing = view.variable(FdaCertification.FILING_ID).orElseThrow();
        LocalDate today = clock.today(FdaCertification.FDA);
        FdaTerms.UserFee fee = fees.of(filing, today);
        lines.line(
                "fact.fee",
                lines.text(filings.require(filing).path().messageKey()),
                project,
                fee.amount().map(FactLines::amount).orElse("-"));
        lines.item(
                fee.amount().isEmpty()
                        ? "fact.fee.unknown"
                        : fee.isConfirmed() ? "fact.fee.confirmed" : "fact.fee.provisional",
                Markdown.escape(fee.source()));
        return lines.markdown();
    }
}
