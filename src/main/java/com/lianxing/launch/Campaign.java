package com.lianxing.launch;

import com.lianxing.money.Money;

/** An advertising campaign, with the most it may cost a day and in all. */
public record Campaign(String name, String sku, Money dailyCap, Money totalCap) {

    /**
     * The same with its caps cut to the share of the expected sales that can be delivered (domain.md D5b): what sells out early
     * needs no more advertising. Fractions of a cent are left out.
     *
     * @param coverPercent 100 and more cuts nothing
     */
    public Campaign cutTo(long coverPercent) {
        return coverPercent >= 100
                ? this
                : new Campaign(name, sku, share(dailyCap, coverPercent), share(totalCap, coverPercent));
    }

    private static Money share(Money cap, long percent) {
        return Money.ofMinor(
                Math.multiplyExact(cap.minor(), Math.max(percent, 0)) / 100,
                cap.currency().getCurrencyCode());
    }
}
