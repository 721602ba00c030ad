package com.lianxing.process.blackfridaylaunch;

import com.lianxing.calendar.BothClocks;
import com.lianxing.launch.EventWatch;
import com.lianxing.launch.Figure;
import com.lianxing.launch.LaunchTerms;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The figures of the event, and which of them are too old or not known. */
@Component
class FigureFacts implements FormFacts {

    private final EventWatch watch;
    private final MessageSource messages;

    FigureFacts(EventWatch watch, MessageSource messages) {
        this.watch = watch;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "figureFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        lines.line("fact.figures");
        for (Figure figure : watch.figures(project)) {
            lines.item(
                    "fact.figures.figure",
                    Markdown.escape(figure.sku()),
                    lines.text(figure.kind().messageKey()),
                    value(figure),
                    lines.text(figure.state().messageKey()),
                    figure.takenAt() == null
                            ? "-"
                            : BothClocks.text(figure.takenAt(), LaunchTerms.AMAZON, reader.language()));
        }
        return lines.markdown();
    }

    private static String value(Figure figure) {
        Long value = figure.value();
        if (value == null) {
            return "-";
        }
        return figure.kind() == Figure.Kind.STOCK ? value.toString() : FactLines.amount(Money.ofMinor(value, "USD"));
    }
}
