package com.lianxing.launch;

import com.lianxing.money.Money;

/**
 * What a launch has brought, as two people agreed on it.
 *
 * @param netRevenue without discounts and refunds
 * @param goodsCost landed cost of what was sold; what was not sold is stock and no cost
 * @param reserve for what buyers may still send back
 */
public record Result(Money netRevenue, long units, long returned, Money refunds, Money goodsCost, Money reserve) {

    /** What is left once all that was spent on the launch is paid. */
    public Money profit(Money spent) {
        return netRevenue.minus(goodsCost).minus(reserve).minus(spent);
    }

    /** Profit in whole percent of what was spent with the goods sold, rounded down; 0 where nothing was. */
    public long returnOnInvestmentPercent(Money spent) {
        long invested = goodsCost.plus(spent).minor();
        return invested <= 0
                ? 0
                : Math.floorDiv(Math.multiplyExact(profit(spent).minor(), 100L), invested);
    }

    /** Whether it sold as much as it was to. */
    public boolean meets(Charter charter) {
        return netRevenue.compareTo(charter.revenue()) >= 0 && units >= charter.units();
    }
}
