package com.lianxing.ledger;

import static com.lianxing.ledger.LedgerDatabase.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.money.Money;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The rules of one line, without a database. */
class BalanceTest {

    private final Balance thousand = Balance.EMPTY.withLimit(usd("1000.00"));

    @Test
    void aHoldTakesFromWhatIsAvailableToTheLastCentAndNoFurther() {
        Balance full = thousand.hold(usd("1000.00"));

        assertThat(full.available()).isEqualTo(usd("0"));
        assertThat(full.covers(usd("0.01"))).isFalse();
        assertThatThrownBy(() -> full.hold(usd("0.01"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void spendingWhatWasHeldLeavesTheAvailableAsItWas() {
        Balance held = thousand.hold(usd("400.00"));
        Balance spent = held.spend(usd("400.00"), usd("400.00"));

        assertThat(spent.available()).isEqualTo(held.available()).isEqualTo(usd("600.00"));
        assertThat(spent.held()).isEqualTo(usd("0"));
    }

    @Test
    void moneyGoneBeyondTheLimitIsExcessAndNothingMoreIsHeld() {
        Balance over = thousand.hold(usd("900.00")).spend(usd("0"), usd("250.00"));

        assertThat(over.excess()).isEqualTo(usd("150.00"));
        assertThat(over.available()).isEqualTo(usd("-150.00"));
        assertThat(over.covers(usd("0.01"))).isFalse();
    }

    @Test
    void aHigherLimitTakesAwayTheExcessFirst() {
        Balance over = thousand.spend(usd("0"), usd("1150.00"));

        assertThat(over.withLimit(usd("1100.00")).excess()).isEqualTo(usd("50.00"));
        assertThat(over.withLimit(usd("1100.00")).available()).isEqualTo(usd("-50.00"));
        assertThat(over.withLimit(usd("1200.00")).excess()).isEqualTo(usd("0"));
        assertThat(over.withLimit(usd("1200.00")).available()).isEqualTo(usd("50.00"));
    }

    @Test
    void theLimitNeverFallsBelowWhatIsTaken() {
        Balance used = thousand.hold(usd("300.00")).spend(usd("0"), usd("200.00"));

        assertThat(used.allowsLimit(usd("500.00"))).isTrue();
        assertThat(used.allowsLimit(usd("499.99"))).isFalse();
        assertThatThrownBy(() -> used.withLimit(usd("499.99"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takingAnActualBackRestoresTheHoldAndTheExcessFalls() {
        Balance held = thousand.hold(usd("1000.00"));

        assertThat(held.spend(usd("1000.00"), usd("1100.00")).unspend(usd("1000.00"), usd("1100.00")))
                .isEqualTo(held);
    }

    @Test
    void nothingIsNegative() {
        assertThatThrownBy(() -> thousand.release(usd("0.01"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> thousand.unspend(usd("0"), usd("0.01"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> thousand.spend(usd("0.01"), usd("0.01"))).isInstanceOf(IllegalStateException.class);
    }

    /** Positive: held where covered; negative: spent unheld. */
    @Property
    void onlySpendingRaisesTheExcess(
            @ForAll @Size(max = 30) List<@LongRange(min = -40_000, max = 40_000) Long> changes) {
        Balance balance = thousand;
        for (long change : changes) {
            Money amount = Money.ofMinor(Math.abs(change), Charge.USD);
            Money excess = balance.excess();
            if (change < 0) {
                balance = balance.spend(usd("0"), amount);
                assertThat(balance.excess().minus(excess)).isBetween(usd("0"), amount);
            } else if (balance.covers(amount)) {
                balance = balance.hold(amount);
                assertThat(balance.excess()).isEqualTo(excess);
            }
            assertThat(balance.taken()).isLessThanOrEqualTo(balance.limit().plus(balance.excess()));
            assertThat(balance.excess().isZero() || balance.available().isNegative())
                    .isTrue();
        }
    }
}
