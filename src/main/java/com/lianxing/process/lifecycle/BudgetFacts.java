package com.lianxing.process.lifecycle;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.LinePosition;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where each line of the project's budget stands. */
@Component
class BudgetFacts implements FormFacts {

    private final BudgetLedger ledger;
    private final MessageSource messages;

    BudgetFacts(BudgetLedger ledger, MessageSource messages) {
        this.ledger = ledger;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "budgetFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        List<LinePosition> positions = ledger.positions(project);
        lines.line(positions.isEmpty() ? "fact.budget.none" : "fact.budget");
        for (LinePosition position : positions) {
            lines.item(
                    "fact.budget.line",
                    lines.text("budgetLine." + position.line().name()),
                    FactLines.amount(position.limit()),
                    FactLines.amount(position.held()),
                    FactLines.amount(position.spent()),
                    FactLines.amount(position.available()));
        }
        return lines.markdown();
    }
}
