package com.lianxing.money;

import java.math.BigDecimal;

/** Brings equal numbers into one form, so that records that hold them are equal when their numbers are. */
final class Decimals {

    private static final int MOST_DIGITS = 19;

    private Decimals() {}

    static BigDecimal shortest(BigDecimal number, int decimals, String kind) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.scale() > decimals) {
            throw new ExcessPrecision(shortest, decimals, kind);
        }
        if ((long) shortest.precision() - shortest.scale() > MOST_DIGITS) {
            throw new ArithmeticException(kind + " is out of range");
        }
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
