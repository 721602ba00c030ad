package com.lianxing.ledger;

import com.lianxing.money.Money;

/**
 * An amount for one line of a budget: its limit, or by how much the limit changes.
 *
 * @param usd in US dollars, else {@link com.lianxing.money.CurrencyMismatch}
 */
public record LineAmount(BudgetLine line, Money usd) {

    public LineAmount {
        Charge.requireDollars(usd);
    }
}
