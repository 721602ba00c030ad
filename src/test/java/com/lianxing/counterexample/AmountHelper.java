package com.lianxing.counterexample;

import java.math.BigDecimal;
import java.util.List;

/** Counts money in binary fractions, in a class named for nothing. */
final class AmountHelper {

    private final float rate = 7.1f;

    double half(BigDecimal amount) {
        return amount.doubleValue() / 2;
    }

    List<Double> shares() {
        return List.of();
    }

    float rate() {
        return rate;
    }
}
