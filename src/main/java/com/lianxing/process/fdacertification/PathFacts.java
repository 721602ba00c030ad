package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.Claim;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.Paths;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The paths that were found, what each asks for, and what in the claims contradicts itself. */
@Component
class PathFacts implements FormFacts {

    private final Certifications certifications;
    private final MessageSource messages;

    PathFacts(Certifications certifications, MessageSource messages) {
        this.certifications = certifications;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "pathFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Paths paths = certifications.requirePaths(project);
        lines.line("fact.paths");
        for (FdaPath path : paths.all()) {
            String needed = paths.evidenceOf(path).stream()
                    .map(type -> lines.text(type.messageKey()))
                    .collect(Collectors.joining(", "));
            lines.item("fact.paths.path", lines.text(path.messageKey()), needed.isEmpty() ? "-" : needed);
        }
        if (paths.device() != null) {
            lines.item("fact.paths.device", lines.text(paths.device().messageKey()));
        }
        for (Claim claim : certifications.claims(project)) {
            claim.contradiction()
                    .ifPresent(word -> lines.item("fact.paths.contradiction", word, Markdown.escape(claim.text())));
            Claim.forbiddenWords(claim.text())
                    .forEach(word -> lines.item("fact.paths.forbidden", Markdown.escape(word)));
        }
        return lines.markdown();
    }
}
