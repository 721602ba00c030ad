package com.lianxing.process.lifecycle;

import com.lianxing.calendar.BothClocks;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetTotal;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The linked project that is decided on: where it stands, and what it has cost. */
@Component
class LinkFacts implements FormFacts {

    private final Projects projects;
    private final BudgetLedger ledger;
    private final MessageSource messages;

    LinkFacts(Projects projects, BudgetLedger ledger, MessageSource messages) {
        this.projects = projects;
        this.ledger = ledger;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "linkFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        view.variable(LinkDecision.LINKED_PROJECT).ifPresent(code -> write(new ProjectCode(code), reader, lines));
        return lines.markdown();
    }

    private void write(ProjectCode code, Reader reader, FactLines lines) {
        Project project = projects.require(code);
        BudgetTotal total = ledger.budgetVersion(code) > 0 ? ledger.total(code) : BudgetTotal.NOTHING;
        lines.line(
                        "fact.linkedProject",
                        code,
                        Markdown.escape(project.name()),
                        lines.text(project.status().messageKey()))
                .line("fact.target", BothClocks.text(project.target(), reader.language()))
                .line("fact.linkedMoney", FactLines.amount(total.spent()), FactLines.amount(total.held()));
    }
}
