package com.lianxing.process.fbainbound;

import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Deadline;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The target date so far, and what the modes of transport leave of the time. */
@Component
class DateFacts implements FormFacts {

    private final Projects projects;
    private final ModeFacts modes;
    private final MessageSource messages;

    DateFacts(Projects projects, ModeFacts modes, MessageSource messages) {
        this.projects = projects;
        this.modes = modes;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "dateFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        Deadline target = projects.require(new ProjectCode(view.projectCode().orElseThrow()))
                .target();
        String before = new FactLines(messages, reader)
                .line("fact.target", BothClocks.text(target, reader.language()))
                .markdown();
        return before + "\n\n" + modes.markdown(view, reader);
    }
}
