package com.lianxing.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency CNY = Currency.getInstance("CNY");

    @ParameterizedTest
    @CsvSource({
        "1234.50, USD, 123450, 1234.50 USD",
        "1234.5,  CNY, 123450, 1234.50 CNY",
        "-0.01,   USD, -1,     -0.01 USD",
        "0,       USD, 0,      0.00 USD",
        "-0.00,   USD, 0,      0.00 USD",
        "7,       JPY, 7,      7 JPY",
        "1.234,   KWD, 1234,   1.234 KWD",
        "92233720368547758.07, USD, 9223372036854775807, 92233720368547758.07 USD",
        "-92233720368547758.08, USD, -9223372036854775808, -92233720368547758.08 USD",
    })
    void readsAndShowsTheCurrencysOwnDecimals(String amount, String currency, long minor, String shown) {
        Money money = Money.parse(amount, currency);

        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.005, USD", "0.5, JPY", "1.2345, KWD"})
    void anAmountFinerThanTheCurrencyIsRefusedAndNotRounded(String amount, String currency) {
        assertThatThrownBy(() -> Money.parse(amount, currency))
                .isInstanceOf(ExcessPrecision.class)
                .hasMessageContaining(amount);
    }

    @Test
    void zerosBehindTheLastDecimalAreNoExcess() {
        assertThat(Money.parse("1.5000", "USD")).isEqualTo(Money.ofMinor(150, USD));
        assertThat(Money.of(new BigDecimal("12E2"), CNY)).isEqualTo(Money.ofMinor(120_000, CNY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1,234.50", "1e3", "+1", ".5", "5.", "NaN", "１２", "0x10", "1 000", "--1"})
    void whatIsNoPlainDecimalIsRefused(String text) {
        assertThatThrownBy(() -> Money.parse(text, "USD")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"92233720368547758.08", "1E+1000000000", "-1E+30"})
    void anAmountBeyond64BitsIsRefusedWithoutBeingWrittenOut(String amount) {
        assertThatThrownBy(() -> Money.of(new BigDecimal(amount), USD)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aTinyExponentIsExcessPrecisionAndDoesNotExhaustMemory() {
        assertThatThrownBy(() -> Money.of(new BigDecimal("1E-1000000000"), USD)).isInstanceOf(ExcessPrecision.class);
    }

    @Test
    void goldAndTestCodesAreNoMoney() {
        assertThatThrownBy(() -> Money.parse("1", "XAU")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.parse("1", "XXX")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.parse("1", "usd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoCurrenciesNeverMeet() {
        Money dollar = Money.parse("1", "USD");
        Money yuan = Money.parse("1", "CNY");

        assertThatThrownBy(() -> dollar.plus(yuan)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> dollar.minus(yuan)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> dollar.compareTo(yuan)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> dollar.max(yuan)).isInstanceOf(CurrencyMismatch.class);
        assertThat(dollar).isNotEqualTo(yuan);
    }

    @Test
    void overflowThrowsInsteadOfWrapping() {
        Money most = Money.ofMinor(Long.MAX_VALUE, USD);
        Money least = Money.ofMinor(Long.MIN_VALUE, USD);
        Money cent = Money.ofMinor(1, USD);

        assertThatThrownBy(() -> most.plus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negate).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aSumIsSplitByLargestRemainderTheEarlierPartFirst() {
        assertThat(Money.parse("1.00", "USD").split(List.of(1L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(34L, 33L, 33L);
        assertThat(Money.parse("1.00", "USD").split(List.of(1L, 2L, 4L)))
                .extracting(Money::minor)
                .containsExactly(14L, 29L, 57L);
        assertThat(Money.parse("-1.00", "USD").split(List.of(1L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(-34L, -33L, -33L);
        assertThat(Money.parse("0.01", "USD").split(List.of(0L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(0L, 1L, 0L);
    }

    @Test
    void aSplitByNothingIsRefused() {
        Money money = Money.parse("1.00", "USD");

        assertThatThrownBy(() -> money.split(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> money.split(List.of(0L, 0L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> money.split(List.of(2L, -1L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWholeRangeCanBeSplit() {
        assertThat(Money.ofMinor(Long.MIN_VALUE, USD).split(List.of(Long.MAX_VALUE)))
                .containsExactly(Money.ofMinor(Long.MIN_VALUE, USD));
        assertThat(Money.ofMinor(Long.MAX_VALUE, USD).split(List.of(Long.MAX_VALUE, Long.MAX_VALUE)))
                .extracting(Money::minor)
                .containsExactly(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2);
    }
}
