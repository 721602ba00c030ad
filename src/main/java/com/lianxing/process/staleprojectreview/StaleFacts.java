package com.lianxing.process.staleprojectreview;

import com.lianxing.calendar.BothClocks;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetTotal;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.StaleProjects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Since when nobody has done anything, and what money is bound. */
@Component
class StaleFacts implements FormFacts {

    private final StaleProjects stale;
    private final BudgetLedger ledger;
    private final MessageSource messages;

    StaleFacts(StaleProjects stale, BudgetLedger ledger, MessageSource messages) {
        this.stale = stale;
        this.ledger = ledger;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "staleFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        BudgetTotal total = ledger.budgetVersion(project) > 0 ? ledger.total(project) : BudgetTotal.NOTHING;
        return new FactLines(messages, reader)
                .line(
                        "fact.lastActivity",
                        BothClocks.text(stale.lastActivity(project), reader.zone(), reader.language()))
                .line("fact.linkedMoney", FactLines.amount(total.spent()), FactLines.amount(total.held()))
                .markdown();
    }
}
