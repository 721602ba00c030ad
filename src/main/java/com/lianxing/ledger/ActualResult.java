package com.lianxing.ledger;

import com.lianxing.money.Money;

/**
 * What posting an actual did.
 *
 * @param posted all of it, in US dollars
 * @param unheld the part that no hold covered; above zero it is flagged and needs an approval after the fact
 * @param excess the part of that which did not even fit what was free on the line
 */
public record ActualResult(Money posted, Money unheld, Money excess) {

    public boolean flagged() {
        return unheld.isPositive();
    }
}
