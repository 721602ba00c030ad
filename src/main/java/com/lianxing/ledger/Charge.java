package com.lianxing.ledger;

import com.lianxing.money.CurrencyMismatch;
import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount as the paper says it, and what that is in the currency of all budgets.
 *
 * @param original above zero, in the currency of the paper
 * @param usd exactly what {@code rate} makes of it, to the cent, half up
 */
public record Charge(Money original, Rate rate, Money usd) {

    public static final Currency USD = Currency.getInstance("USD");

    public Charge {
        requireDollars(usd);
        if (!original.isPositive()) {
            throw new IllegalArgumentException("not an amount to hold or to spend: " + original);
        }
        Money converted = rate.convert(original, RoundingMode.HALF_UP);
        if (!converted.equals(usd)) {
            throw new IllegalArgumentException("%s at %s is %s, not %s".formatted(original, rate, converted, usd));
        }
        if (!usd.isPositive()) {
            throw new IllegalArgumentException("%s at %s is less than a cent".formatted(original, rate));
        }
    }

    public static Charge of(Money original, Rate rate) {
        return new Charge(original, rate, rate.convert(original, RoundingMode.HALF_UP));
    }

    public static Charge inDollars(Money usd) {
        return new Charge(usd, Rate.identity(USD), usd);
    }

    static void requireDollars(Money amount) {
        if (!amount.currency().equals(USD)) {
            throw new CurrencyMismatch(USD, amount.currency());
        }
    }
}
