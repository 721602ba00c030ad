package com.lianxing.ledger;

import com.lianxing.money.Money;
import java.util.Collection;

/** Where a project stands over all its lines, in US dollars. Free money of one line does not pay for another. */
public record BudgetTotal(Money limit, Money held, Money spent, Money excess) {

    /** Of a project without a budget that has spent nothing. */
    public static final BudgetTotal NOTHING = new BudgetTotal(
            Money.zero(Charge.USD), Money.zero(Charge.USD), Money.zero(Charge.USD), Money.zero(Charge.USD));

    static BudgetTotal of(Collection<LinePosition> lines) {
        return lines.stream()
                .map(line -> new BudgetTotal(line.limit(), line.held(), line.spent(), line.excess()))
                .reduce(NOTHING, BudgetTotal::plus);
    }

    /** The limit less what is held and spent; below zero if more was spent than there was. */
    public Money available() {
        return limit.minus(held).minus(spent);
    }

    private BudgetTotal plus(BudgetTotal other) {
        return new BudgetTotal(
                limit.plus(other.limit), held.plus(other.held), spent.plus(other.spent), excess.plus(other.excess));
    }
}
