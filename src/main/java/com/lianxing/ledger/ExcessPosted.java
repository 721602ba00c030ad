package com.lianxing.ledger;

import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import java.util.List;

/**
 * More was spent than anybody had asked for. Published once for all that was posted together, in the transaction that
 * posted it; whoever opens the OVERRUN approval does so there.
 *
 * @param actuals those that nobody had asked for, in the order they were posted; at least one
 * @param by who posted them
 */
public record ExcessPosted(ProjectCode code, List<Unasked> actuals, String by) {

    public ExcessPosted {
        actuals = List.copyOf(actuals);
    }

    /**
     * An actual that nobody had asked for, or not for all of it.
     *
     * @param unheld what no hold covered
     * @param excess the part of it beyond the limit: until a larger budget or a reversal takes it away, nothing new is
     *     held on the line
     */
    public record Unasked(String actualId, BudgetLine line, Money unheld, Money excess) {}
}
