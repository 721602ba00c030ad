package com.lianxing.ledger;

import com.lianxing.money.Money;

/**
 * A line's limit and what was taken of it, in US dollars. Invariants: nothing is negative, and the excess is exactly
 * what held and spent are over the limit. So only {@link #spend} can raise it: no other change goes over the limit.
 */
record Balance(Money limit, Money held, Money spent) {

    private static final Money ZERO = Money.zero(Charge.USD);

    static final Balance EMPTY = new Balance(ZERO, ZERO, ZERO);

    Balance {
        if (limit.isNegative() || held.isNegative() || spent.isNegative()) {
            throw new IllegalStateException(
                    "negative balance: limit %s, held %s, spent %s".formatted(limit, held, spent));
        }
    }

    Money taken() {
        return held.plus(spent);
    }

    Money available() {
        return limit.minus(taken());
    }

    Money excess() {
        return taken().minus(limit).max(ZERO);
    }

    /** Whether so much more may be held: never on a line in excess, which has less than nothing available. */
    boolean covers(Money more) {
        return more.compareTo(available()) <= 0;
    }

    Balance hold(Money more) {
        if (!covers(more)) {
            throw new IllegalStateException("%s is more than the %s available".formatted(more, available()));
        }
        return new Balance(limit, held.plus(more), spent);
    }

    Balance release(Money rest) {
        return new Balance(limit, held.minus(rest), spent);
    }

    /** Money gone, of which {@code settled} had been held. */
    Balance spend(Money settled, Money usd) {
        return new Balance(limit, held.minus(settled), spent.plus(usd));
    }

    /** Undoes {@link #spend}: what had been held is held again. */
    Balance unspend(Money settled, Money usd) {
        return new Balance(limit, held.plus(settled), spent.minus(usd));
    }

    /** Whether the limit may become so: upwards always, else not below what is taken. */
    boolean allowsLimit(Money newLimit) {
        return newLimit.compareTo(limit) >= 0 || newLimit.compareTo(taken()) >= 0;
    }

    Balance withLimit(Money newLimit) {
        if (!allowsLimit(newLimit)) {
            throw new IllegalStateException("limit %s is below the %s taken".formatted(newLimit, taken()));
        }
        return new Balance(newLimit, held, spent);
    }
}
