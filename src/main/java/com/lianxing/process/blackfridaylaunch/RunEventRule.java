package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A top-up stays within what the contingency has left, a SKU that is taken out is one of the launch, a stop has a cause. */
@Component
class RunEventRule implements SubmissionRule {

    private final Launches launches;
    private final BudgetLedger ledger;

    RunEventRule(Launches launches, BudgetLedger ledger) {
        this.launches = launches;
        this.ledger = ledger;
    }

    @Override
    public String formId() {
        return "black-friday-launch-run-event";
    }

    @Override
    public List<Violation> check(Submission submission) {
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        String action = submission.text("eventAction").orElse("");
        Optional<String> sku = submission.text("takenOutSku");
        boolean known = launches.skus(project).stream()
                .anyMatch(one -> sku.filter(one.sku()::equals).isPresent());
        Money left = ledger.positions(project).stream()
                .filter(position -> position.line() == BudgetLine.CONTINGENCY)
                .map(LinePosition::available)
                .findFirst()
                .orElse(Money.ofMinor(0, "USD"));
        boolean covered = submission
                .text("topUpUsd")
                .filter(amount -> Money.parse(amount, "USD").compareTo(left) <= 0)
                .isPresent();
        return new Violations()
                .when(action.equals("TOP_UP") && !covered, "topUpUsd", "rule.beyondContingency", FactLines.amount(left))
                .when(action.equals("TAKE_OUT") && !known, "takenOutSku", "rule.otherSkus", sku.orElse("–"))
                .when(action.equals("STOP") && submission.text("stopCause").isEmpty(), "stopCause", "rule.stopCause")
                .list();
    }
}
