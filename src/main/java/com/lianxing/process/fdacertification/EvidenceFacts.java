package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.Registration;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The numbers that are there, and those that are missing. */
@Component
class EvidenceFacts implements FormFacts {

    private final Certifications certifications;
    private final MessageSource messages;

    EvidenceFacts(Certifications certifications, MessageSource messages) {
        this.certifications = certifications;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "evidenceFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        lines.line("fact.evidence");
        for (Registration number : certifications.registrations(project)) {
            lines.item(
                    "fact.evidence.held",
                    lines.text(number.path().messageKey()),
                    lines.text(number.type().messageKey()),
                    Markdown.escape(number.number()));
        }
        certifications
                .missingEvidence(project)
                .forEach((path, missing) -> missing.forEach(type -> lines.item(
                        "fact.evidence.missing", lines.text(path.messageKey()), lines.text(type.messageKey()))));
        return lines.markdown();
    }
}
