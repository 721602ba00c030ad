package com.lianxing.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for every amount. */
class MoneyPropertyTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Property
    void whatIsShownReadsBack(@ForAll long minor, @ForAll("currencies") Currency currency) {
        Money money = Money.ofMinor(minor, currency);

        assertThat(Money.parse(money.amount().toPlainString(), currency.getCurrencyCode()))
                .isEqualTo(money);
        assertThat(Money.of(money.amount(), currency)).isEqualTo(money);
    }

    @Property
    void thePartsOfASplitAddUpAndEachIsItsShareToTheUnit(
            @ForAll long minor, @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0) Long> weights) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        Assume.that(sum.signum() > 0);
        Money whole = Money.ofMinor(minor, USD);

        List<Money> parts = whole.split(weights);

        assertThat(parts).hasSameSizeAs(weights);
        BigInteger total =
                parts.stream().map(part -> BigInteger.valueOf(part.minor())).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(total).isEqualTo(BigInteger.valueOf(minor));
        for (int i = 0; i < weights.size(); i++) {
            BigInteger exact = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(weights.get(i)));
            BigInteger error = BigInteger.valueOf(parts.get(i).minor())
                    .multiply(sum)
                    .subtract(exact)
                    .abs();
            assertThat(error).isLessThan(sum);
        }
    }

    @Property
    void aCreditIsSplitLikeTheChargeItUndoes(
            @ForAll @LongRange(min = 0) long minor,
            @ForAll @Size(min = 1, max = 10) List<@LongRange(min = 1, max = 1_000_000) Long> weights) {
        List<Money> charge = Money.ofMinor(minor, USD).split(weights);
        List<Money> credit = Money.ofMinor(-minor, USD).split(weights);

        assertThat(credit).isEqualTo(charge.stream().map(Money::negate).toList());
    }

    @Property
    void aHeavierPartNeverGetsLess(
            @ForAll @LongRange(min = 0) long minor,
            @ForAll @Size(min = 2, max = 10) List<@LongRange(min = 1, max = 1_000) Long> weights) {
        List<Money> parts = Money.ofMinor(minor, USD).split(weights);

        for (int i = 0; i < weights.size(); i++) {
            for (int j = 0; j < weights.size(); j++) {
                if (weights.get(i) > weights.get(j)) {
                    assertThat(parts.get(i)).isGreaterThanOrEqualTo(parts.get(j));
                }
            }
        }
    }

    @Property
    void addingAndTakingAwayAgainLeavesTheAmount(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long first,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long second) {
        Money a = Money.ofMinor(first, USD);
        Money b = Money.ofMinor(second, USD);

        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.minus(b)).isEqualTo(a.plus(b.negate()));
        assertThat(a.max(b).plus(a.min(b))).isEqualTo(a.plus(b));
    }

    @Property
    void conversionIsWrongByAtMostHalfAUnit(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long minor,
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long rate) {
        Currency cny = Currency.getInstance("CNY");
        BigDecimal value = BigDecimal.valueOf(rate, 9);
        Money yuan = Money.ofMinor(minor, cny);

        Money dollars = new Rate(value, cny, USD).convert(yuan, RoundingMode.HALF_UP);

        assertThat(dollars.amount().subtract(yuan.amount().multiply(value)).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("USD", "CNY", "EUR", "JPY", "KWD").map(Currency::getInstance);
    }
}
