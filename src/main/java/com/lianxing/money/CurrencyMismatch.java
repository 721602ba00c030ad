package com.lianxing.money;

import java.util.Currency;

/** Two currencies met where only one may stand; nothing is ever converted without a {@link Rate}. */
public final class CurrencyMismatch extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public CurrencyMismatch(Currency expected, Currency found) {
        super("expected %s but found %s".formatted(expected, found));
    }
}
