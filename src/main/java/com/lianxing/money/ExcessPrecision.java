package com.lianxing.money;

import java.math.BigDecimal;

/** A number has more decimals than its kind can hold. What somebody typed is never rounded. */
public final class ExcessPrecision extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ExcessPrecision(BigDecimal number, int decimals, String kind) {
        super("%s has %d decimals, but %s has at most %d".formatted(number, number.scale(), kind, decimals));
    }
}
