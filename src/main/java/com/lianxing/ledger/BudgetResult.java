package com.lianxing.ledger;

import com.lianxing.money.Money;

/** What became of a new or changed budget. */
public sealed interface BudgetResult {

    /** @param version of the project's budget from now on, counted from 1 */
    record Applied(int version) implements BudgetResult {}

    /**
     * Nothing was changed, on no line.
     *
     * @param limit what the line's limit would be
     * @param taken what is held and spent of it already
     */
    record Refused(BudgetLine line, Money limit, Money taken) implements BudgetResult {}
}
