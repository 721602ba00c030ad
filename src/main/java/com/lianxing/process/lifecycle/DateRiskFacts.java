package com.lianxing.process.lifecycle;

import com.lianxing.calendar.BothClocks;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.Projects;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which projects come too late for the one that waits for them, as it stands when somebody looks. */
@Component
class DateRiskFacts implements FormFacts {

    private final LinkedDates dates;
    private final Projects projects;
    private final MessageSource messages;

    DateRiskFacts(LinkedDates dates, Projects projects, MessageSource messages) {
        this.dates = dates;
        this.projects = projects;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "dateRiskFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        Project waiting = projects.require(new ProjectCode(view.projectCode().orElseThrow()));
        FactLines lines = new FactLines(messages, reader)
                .line("fact.target", BothClocks.text(waiting.target(), reader.language()));
        List<ProjectLink> late = dates.atRisk(waiting);
        late.forEach(link -> write(link, waiting, reader, lines));
        return (late.isEmpty() ? lines.line("fact.nothingAtRisk") : lines).markdown();
    }

    private void write(ProjectLink link, Project waiting, Reader reader, FactLines lines) {
        Project needed = projects.require(link.needed());
        lines.item(
                needed.status().isOpen() ? "fact.linkedLate" : "fact.linkedNever",
                needed.code(),
                Markdown.escape(needed.name()),
                lines.text(needed.status().messageKey()),
                BothClocks.text(needed.target(), reader.language()),
                BothClocks.text(
                        link.neededBy(waiting.target()), waiting.target().zone(), reader.language()));
    }
}
