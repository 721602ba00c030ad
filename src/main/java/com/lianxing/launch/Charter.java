package com.lianxing.launch;

import com.lianxing.money.Money;

/**
 * What a launch is for, and what it may cost at worst.
 *
 * @param contributionPercent of the deal price that a SKU should leave, -100 to 100
 * @param maxLoss never below zero; beyond it the launch is stopped
 * @param tacosPercent of all sales that may go into advertising, 0 to 100
 */
public record Charter(Money revenue, long units, int contributionPercent, Money maxLoss, int tacosPercent) {

    public Charter {
        if (!revenue.isPositive() || units < 0 || maxLoss.isNegative()) {
            throw new IllegalArgumentException(
                    "goals of a launch: revenue %s, units %d, loss %s".formatted(revenue, units, maxLoss));
        }
        if (Math.abs(contributionPercent) > 100 || tacosPercent < 0 || tacosPercent > 100) {
            throw new IllegalArgumentException("percent of a launch: contribution %d, advertising %d"
                    .formatted(contributionPercent, tacosPercent));
        }
    }
}
