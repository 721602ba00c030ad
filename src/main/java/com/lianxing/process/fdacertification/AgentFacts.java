package com.lianxing.process.fdacertification;

import com.lianxing.certification.AgentType;
import com.lianxing.certification.Certifications;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whom the paths need in the US. */
@Component
class AgentFacts implements FormFacts {

    private final Certifications certifications;
    private final MessageSource messages;

    AgentFacts(Certifications certifications, MessageSource messages) {
        this.certifications = certifications;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "agentFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        lines.line("fact.agents");
        certifications.requirePaths(project).filed().stream()
                .flatMap(path -> AgentType.of(path).stream())
                .distinct()
                .forEach(agent -> lines.item("fact.agents.agent", lines.text(agent.messageKey())));
        return lines.markdown();
    }
}
