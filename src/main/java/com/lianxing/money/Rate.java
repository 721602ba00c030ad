package com.lianxing.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What one unit of a currency is worth in another. Two rates of the same worth are equal, however they were written.
 *
 * @param value units of {@code to} for one unit of {@code from}, above zero, at most {@value #DECIMALS} decimals
 */
public record Rate(BigDecimal value, Currency from, Currency to) {

    static final int DECIMALS = 12;

    public Rate {
        value = Decimals.shortest(value, DECIMALS, "a rate");
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a rate must be above zero: " + value);
        }
        if (from.equals(to) && value.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("%s is worth itself, not %s".formatted(from, value));
        }
    }

    /** The rate of an amount that is already in the currency wanted. */
    public static Rate identity(Currency currency) {
        return new Rate(BigDecimal.ONE, currency, currency);
    }

    /**
     * @throws CurrencyMismatch if the amount is not in {@link #from()}
     * @throws ArithmeticException if the result does not fit, or is not exact and the mode is UNNECESSARY
     */
    public Money convert(Money amount, RoundingMode rounding) {
        if (!amount.currency().equals(from)) {
            throw new CurrencyMismatch(from, amount.currency());
        }
        BigDecimal exact = amount.amount().multiply(value);
        return Money.of(exact.setScale(to.getDefaultFractionDigits(), rounding), to);
    }

    @Override
    public String toString() {
        return "%s %s/%s".formatted(value.toPlainString(), to, from);
    }
}
