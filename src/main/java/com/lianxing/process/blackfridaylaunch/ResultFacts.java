package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Charter;
import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The goals, what was spent, and the result if it is recorded. */
@Component
class ResultFacts implements FormFacts {

    private final Launches launches;
    private final BudgetLedger ledger;
    private final MessageSource messages;

    ResultFacts(Launches launches, BudgetLedger ledger, MessageSource messages) {
        this.launches = launches;
        this.ledger = ledger;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "resultFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Charter charter = launches.requireCharter(project);
        Money spent = ledger.positions(project).stream()
                .map(LinePosition::spent)
                .reduce(Money.ofMinor(0, "USD"), Money::plus);
        lines.line(
                "fact.result.goals",
                FactLines.amount(charter.revenue()),
                charter.units(),
                FactLines.amount(charter.maxLoss()));
        lines.line("fact.result.spent", FactLines.amount(spent));
        launches.result(project)
                .ifPresent(result -> lines.line(
                        "fact.result",
                        FactLines.amount(result.netRevenue()),
                        FactLines.amount(result.goodsCost()),
                        FactLines.amount(result.reserve()),
                        FactLines.amount(result.profit(spent)),
                        result.returnOnInvestmentPercent(spent),
                        result.units()));
        return lines.markdown();
    }
}
