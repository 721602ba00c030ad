package com.lianxing.sourcing;

import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** A quote beside others: brought to what they have in common, or why it cannot be. */
public sealed interface Normalised {

    Quote quote();

    /**
     * @param asked for the load, in the quote's own currency
     * @param rate by which {@code asked} was brought to US dollars
     * @param additions what was added or taken off, so that all quotes end at the same place
     * @param usd for the whole load and the Incoterm wanted
     */
    record Comparable(Quote quote, Money asked, Rate rate, List<Addition> additions, Money usd) implements Normalised {}

    /**
     * @param unpriced legs that it leaves out or contains beyond what is wanted, and of which nobody knows the price
     * @param unrated currencies without a confirmed rate
     * @param gaps what else is in the way
     */
    record Incomparable(Quote quote, Set<Leg> unpriced, Set<Currency> unrated, Set<Gap> gaps) implements Normalised {}

    enum Gap {
        /** By weight, and nobody knows as how heavy bulky goods count: reference value {@code freight.volumetricDivisor}. */
        VOLUMETRIC_DIVISOR,
        /** Priced by a weight or volume that nobody has weighed or measured. */
        LOAD,
        /** Without the legs that it contains beyond what is wanted, nothing is left of its price. */
        NOTHING_LEFT;

        /** The key of the name in the catalogue. */
        public String messageKey() {
            return "sourcing.gap." + name();
        }
    }

    /**
     * A leg that was added, or taken off with amounts below zero.
     *
     * @param amount as priced
     */
    record Addition(Leg leg, Money amount, Rate rate, Money usd) {}
}
