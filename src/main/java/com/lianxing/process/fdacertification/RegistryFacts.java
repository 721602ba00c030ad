package com.lianxing.process.fdacertification;

import com.lianxing.calendar.BothClocks;
import com.lianxing.certification.RegistryChecks;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the FDA's public data said of the numbers; the answers themselves are among the files. */
@Component
class RegistryFacts implements FormFacts {

    private final RegistryChecks checks;
    private final MessageSource messages;

    RegistryFacts(RegistryChecks checks, MessageSource messages) {
        this.checks = checks;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "registryFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        List<RegistryChecks.Check> all =
                checks.of(new ProjectCode(view.projectCode().orElseThrow()));
        all.forEach(check -> lines.item(
                check.hits().isPresent() ? "fact.registry." + check.question().register() : "fact.registry.silent",
                Markdown.escape(check.question().term()),
                check.hits().orElse(0L),
                BothClocks.text(check.at(), reader.zone(), reader.language())));
        return (all.isEmpty() ? lines.line("fact.registry.notAsked") : lines.line("fact.registry.confirm")).markdown();
    }
}
