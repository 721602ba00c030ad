package com.lianxing.process.budgetapproval;

import com.lianxing.approval.FundsCheck;
import com.lianxing.process.engine.Var;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What the three approval tables read, each only while they are asked. */
final class DecisionInputs {

    private static final Var<String> TYPE = Var.string("type");
    private static final Var<Boolean> RATE_KNOWN = Var.flag("rateKnown");
    private static final Var<Boolean> LINE_KNOWN = Var.flag("lineKnown");
    private static final Var<Long> AMOUNT_USD_MINOR = Var.number("amountUsdMinor");
    private static final Var<String> LINE_KIND = Var.string("lineKind");
    private static final Var<Long> PCT_OVER_BUDGET_BP = Var.number("pctOverBudgetBp");
    private static final Var<Long> REALLOCATE_SUM = Var.number("reallocateSum");
    private static final Var<Long> SOURCE_SHARE_BP = Var.number("sourceShareBp");
    private static final Var<String> LIFECYCLE = Var.string("lifecycle");
    private static final Var<Boolean> INSIDE_EVENT_WINDOW = Var.flag("insideEventWindow");
    private static final Var<Long> REMAINING_CONTINGENCY_MINOR = Var.number("remainingContingencyMinor");
    private static final Var<Long> QUOTES = Var.number("quotes");

    /** What is not bought outside is missing no quotes, however many a row asks for. */
    private static final long NONE_MISSING = 1_000;

    private DecisionInputs() {}

    static void set(VariableScope scope, FundsCheck check) {
        TYPE.setTransient(scope, check.type().name());
        RATE_KNOWN.setTransient(scope, check.rateKnown());
        LINE_KNOWN.setTransient(scope, check.lineKnown());
        if (check.compared() != null) {
            AMOUNT_USD_MINOR.setTransient(scope, check.compared().minor());
        }
        LINE_KIND.setTransient(scope, check.lineKind().name());
        PCT_OVER_BUDGET_BP.setTransient(scope, check.overBudgetBp());
        REALLOCATE_SUM.setTransient(scope, check.sum());
        SOURCE_SHARE_BP.setTransient(scope, check.sourceShareBp());
        LIFECYCLE.setTransient(scope, check.lifecycle());
        INSIDE_EVENT_WINDOW.setTransient(scope, check.insideEventWindow());
        REMAINING_CONTINGENCY_MINOR.setTransient(
                scope, check.remainingContingency().minor());
        QUOTES.setTransient(scope, check.external() ? check.quotes() : NONE_MISSING);
    }
}
