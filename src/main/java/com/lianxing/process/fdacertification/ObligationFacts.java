package com.lianxing.process.fdacertification;

import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.obligation.Terms;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which of the project's numbers lapse, and when the first time. */
@Component
class ObligationFacts implements FormFacts {

    private final RenewableNumbers numbers;
    private final Clock clock;
    private final MessageSource messages;

    ObligationFacts(RenewableNumbers numbers, Clock clock, MessageSource messages) {
        this.numbers = numbers;
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "obligationFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        List<RenewableNumbers.Renewable> renewable =
                numbers.of(new ProjectCode(view.projectCode().orElseThrow()));
        for (RenewableNumbers.Renewable one : renewable) {
            Terms terms = Terms.of(one.kind(), one.number().effectiveOn());
            lines.item(
                    "fact.lapses",
                    lines.text(one.kind().messageKey()),
                    Markdown.escape(one.number().number()),
                    BothClocks.text(
                            terms.firstFrom(clock.today(one.kind().zone())).due(), reader.language()));
        }
        return (renewable.isEmpty() ? lines.line("fact.nothingLapses") : lines).markdown();
    }
}
