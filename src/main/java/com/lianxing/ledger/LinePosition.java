package com.lianxing.ledger;

import com.lianxing.money.Money;

/**
 * Where a line stands, in US dollars.
 *
 * @param held set aside and not yet spent
 * @param excess what was spent beyond the limit and not yet approved
 */
public record LinePosition(BudgetLine line, Money limit, Money held, Money spent, Money excess) {

    /** What may still be held; below zero by the excess. */
    public Money available() {
        return limit.minus(held).minus(spent);
    }
}
