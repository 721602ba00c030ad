package com.lianxing.process.fbashipment;

import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.ArrivalLimit;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The delivery window that was chosen at Amazon, and until when it can be changed. */
@Component
class DeliveryWindowFacts implements FormFacts {

    private final Entered entered;
    private final ArrivalLimit arrival;
    private final MessageSource messages;

    DeliveryWindowFacts(Entered entered, ArrivalLimit arrival, MessageSource messages) {
        this.entered = entered;
        this.arrival = arrival;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "deliveryWindowFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        entered.deliveryWindow(project)
                .ifPresentOrElse(window -> window(window, lines, reader), () -> lines.line("fact.window.none"));
        arrival.of(project)
                .ifPresent(limit -> lines.line(
                        "fact.window.arrival", limit.local().toLocalDate().toString()));
        return lines.markdown();
    }

    private static void window(Entered.Form window, FactLines lines, Reader reader) {
        String first = window.required("windowFrom");
        String last = window.required("windowTo");
        window.findDeadline("windowEditable", DeadlineKind.PLATFORM)
                .ifPresentOrElse(
                        until -> lines.line("fact.window", first, last, BothClocks.text(until, reader.language())),
                        () -> lines.line("fact.window.days", first, last));
    }
}
