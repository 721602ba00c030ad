package com.lianxing.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void anAmountIsConvertedIntoTheDecimalsOfTheOtherCurrency() {
        assertThat(new Rate(new BigDecimal("0.1389"), CNY, USD)
                        .convert(Money.parse("1000.01", "CNY"), RoundingMode.HALF_UP))
                .isEqualTo(Money.parse("138.90", "USD"));
        assertThat(new Rate(new BigDecimal("151.5"), USD, JPY)
                        .convert(Money.parse("0.01", "USD"), RoundingMode.HALF_UP))
                .isEqualTo(Money.parse("2", "JPY"));
    }

    @Test
    void onlyItsOwnCurrencyIsConverted() {
        Rate rate = new Rate(new BigDecimal("0.1389"), CNY, USD);

        assertThatThrownBy(() -> rate.convert(Money.parse("1", "USD"), RoundingMode.HALF_UP))
                .isInstanceOf(CurrencyMismatch.class);
    }

    @Test
    void theSameWorthWrittenDifferentlyIsTheSameRate() {
        assertThat(new Rate(new BigDecimal("7.20"), USD, CNY)).isEqualTo(new Rate(new BigDecimal("7.2"), USD, CNY));
        assertThat(new Rate(new BigDecimal("1E+1"), USD, CNY)).hasToString("10 CNY/USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1", "0.0000000000001", "1E+20"})
    void aRateIsAboveZeroAndOfASensibleLength(String value) {
        assertThatThrownBy(() -> new Rate(new BigDecimal(value), CNY, USD))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @Test
    void aCurrencyIsWorthItself() {
        assertThat(Rate.identity(USD).convert(Money.parse("5.55", "USD"), RoundingMode.UNNECESSARY))
                .isEqualTo(Money.parse("5.55", "USD"));
        assertThatThrownBy(() -> new Rate(new BigDecimal("1.01"), USD, USD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aUnitPriceFinerThanACentIsRoundedOnceForTheQuantity() {
        UnitPrice price = new UnitPrice(new BigDecimal("0.0333"), USD);

        assertThat(price.times(1_000, RoundingMode.HALF_UP)).isEqualTo(Money.parse("33.30", "USD"));
        assertThat(price.times(1, RoundingMode.HALF_UP)).isEqualTo(Money.parse("0.03", "USD"));
        assertThat(price.times(new BigDecimal("0.5"), RoundingMode.UP)).isEqualTo(Money.parse("0.02", "USD"));
        assertThatThrownBy(() -> price.times(1, RoundingMode.UNNECESSARY)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aUnitPriceIsNeitherNegativeNorFinerThanSixDecimals() {
        assertThatThrownBy(() -> new UnitPrice(new BigDecimal("-1"), USD)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitPrice(new BigDecimal("0.0000001"), USD))
                .isInstanceOf(ExcessPrecision.class);
        assertThat(new UnitPrice(new BigDecimal("2.500"), USD)).isEqualTo(new UnitPrice(new BigDecimal("2.5"), USD));
    }
}
