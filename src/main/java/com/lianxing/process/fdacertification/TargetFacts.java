package com.lianxing.process.fdacertification;

import com.lianxing.calendar.BothClocks;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The target date so far. */
@Component
class TargetFacts implements FormFacts {

    private final Projects projects;
    private final MessageSource messages;

    TargetFacts(Projects projects, MessageSource messages) {
        this.projects = projects;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "targetFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        return new FactLines(messages, reader)
                .line("fact.target", BothClocks.text(projects.require(project).target(), reader.language()))
                .markdown();
    }
}
