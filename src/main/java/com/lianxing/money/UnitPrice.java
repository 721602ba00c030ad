package com.lianxing.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The price of one piece, which may be finer than the smallest coin. It becomes money only for a quantity.
 *
 * @param value not negative, at most {@value #DECIMALS} decimals
 */
public record UnitPrice(BigDecimal value, Currency currency) {

    static final int DECIMALS = 6;

    public UnitPrice {
        value = Decimals.shortest(value, DECIMALS, "a unit price");
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a unit price cannot be negative: " + value);
        }
    }

    public Money times(long quantity, RoundingMode rounding) {
        return times(BigDecimal.valueOf(quantity), rounding);
    }

    /**
     * The price of a quantity, rounded once, at the end.
     *
     * @throws ArithmeticException if the result does not fit, or is not exact and the mode is UNNECESSARY
     */
    public Money times(BigDecimal quantity, RoundingMode rounding) {
        BigDecimal exact = value.multiply(quantity);
        return Money.of(exact.setScale(currency.getDefaultFractionDigits(), rounding), currency);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + currency.getCurrencyCode();
    }
}
