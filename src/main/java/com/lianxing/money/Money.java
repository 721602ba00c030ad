package com.lianxing.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An amount of money: whole minor units (cents, fen; yen itself) and their currency.
 *
 * <p>Nothing here rounds. Sums that do not fit 64 bits throw {@link ArithmeticException}, and two currencies that
 * meet throw {@link CurrencyMismatch}.
 *
 * @param minor minor units, negative for a credit; how many make one unit is the currency's own number of decimals
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,19}(\\.\\d{1,19})?");

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " is no currency that an amount can be in");
        }
    }

    public static Money ofMinor(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    public static Money ofMinor(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    /**
     * The amount exactly as given; zeros behind the last decimal of the currency are allowed.
     *
     * @throws ExcessPrecision if the amount has a decimal that the currency cannot hold
     * @throws ArithmeticException if it does not fit 64 bits
     */
    public static Money of(BigDecimal amount, Currency currency) {
        Money zero = zero(currency);
        if (amount.signum() == 0) {
            return zero;
        }
        int decimals = currency.getDefaultFractionDigits();
        BigDecimal shortest = amount.stripTrailingZeros();
        if (shortest.scale() > decimals) {
            throw new ExcessPrecision(shortest, decimals, currency.getCurrencyCode());
        }
        // Before any shift: 1E+1000000000 would be written out in memory.
        if ((long) shortest.precision() - shortest.scale() > 19) {
            throw new ArithmeticException("amount out of range");
        }
        return new Money(shortest.movePointRight(decimals).longValueExact(), currency);
    }

    /**
     * Reads a plain decimal such as {@code 1234.50}: no exponent, no grouping, no sign but a leading minus.
     *
     * @throws IllegalArgumentException if the text is no such number or the code no ISO 4217 currency
     * @throws ExcessPrecision as {@link #of}
     */
    public static Money parse(String amount, String currencyCode) {
        if (!PLAIN_DECIMAL.matcher(amount).matches()) {
            throw new IllegalArgumentException("not a plain decimal number: " + abbreviated(amount));
        }
        return of(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, other.in(currency)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, other.in(currency)), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    /**
     * Divides this amount by weight so that the parts add up to it exactly. Each part is its exact share rounded
     * towards zero; the minor units left over go one each to the largest remainders, the earlier part first among equals.
     *
     * @param weights none negative, at least one above zero; a part of weight zero gets nothing
     * @throws IllegalArgumentException if the weights say nothing (none, or all zero): dividing equally would be a guess
     */
    public List<Money> split(List<Long> weights) {
        if (weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("a weight is negative: " + weights);
        }
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("nothing to split %s by: weights are %s".formatted(this, weights));
        }
        BigInteger total = BigInteger.valueOf(minor).abs();
        long[] parts = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        BigInteger given = BigInteger.ZERO;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] share =
                    total.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(sum);
            // Kept negative, so that the smallest long has a place too.
            parts[i] = share[0].negate().longValueExact();
            remainders[i] = share[1];
            given = given.add(share[0]);
        }
        // Every remainder is below one unit, so there are fewer units left than parts with a remainder.
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(total.subtract(given).intValueExact())
                .forEach(i -> parts[i]--);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new Money(minor < 0 ? parts[i] : Math.negateExact(parts[i]), currency))
                .toList();
    }

    /** The amount in units, with exactly the currency's decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** @throws CurrencyMismatch for amounts in two currencies, which have no order */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.in(currency));
    }

    /** For logs and messages of errors, e.g. {@code 1234.50 USD}; pages format by language. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency.getCurrencyCode();
    }

    private long in(Currency expected) {
        if (!currency.equals(expected)) {
            throw new CurrencyMismatch(expected, currency);
        }
        return minor;
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
