package com.lianxing.process.adverseevent;

import com.lianxing.calendar.BothClocks;
import com.lianxing.obligation.AdverseEvents;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.process.fdacertification.FdaCertification;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.Date;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Of which product the event is, and the two dates of the law. What happened, in the words of whoever learned of it. */
@Component
class EventFacts implements FormFacts {

    private final AdverseEvents events;
    private final Projects projects;
    private final MessageSource messages;

    EventFacts(AdverseEvents events, Projects projects, MessageSource messages) {
        this.events = events;
        this.projects = projects;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "eventFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        FactLines lines = new FactLines(messages, reader);
        lines.line(
                "fact.eventOf",
                project,
                Markdown.escape(projects.require(project).name()));
        Optional.ofNullable(view.work())
                .flatMap(work -> events.find(work.processInstanceId()))
                .ifPresent(event -> lines.line("fact.eventText", Markdown.escape(event.what())));
        view.variable(AdverseEvent.REPORT_DUE_AT).ifPresent(due -> lines.line("fact.reportDue", text(due, reader)));
        view.variable(AdverseEvent.FOLLOW_UP_UNTIL)
                .ifPresent(until -> lines.line("fact.followUpUntil", text(until, reader)));
        return lines.markdown();
    }

    private static String text(Date date, Reader reader) {
        return BothClocks.text(date.toInstant(), FdaCertification.FDA, reader.language());
    }
}
