package com.lianxing.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.lianxing.LianxingTest;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.StoredEntry;
import com.lianxing.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LianxingTest
class ReferenceValuesTest {

    private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-01");
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");

    @Autowired
    private ReferenceValues values;

    @Autowired
    private ExchangeRates rates;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient jdbc;

    private String key = "";

    @BeforeEach
    void aKeyOfItsOwn() {
        key = "test." + UUID.randomUUID();
    }

    @Test
    void aValueHoldsOnItsDaysBothEndsIncluded() {
        ReferenceValue fee = entered(number("3.20", JANUARY).until(JUNE));
        assertThat(values.find(key, "US", JANUARY.minusDays(1))).isEmpty();
        assertThat(values.find(key, "US", JANUARY)).contains(fee);
        assertThat(values.find(key, "US", JUNE)).contains(fee);
        assertThat(values.find(key, "US", JUNE.plusDays(1))).isEmpty();
        assertThat(values.find(key, "CA", JUNE)).isEmpty();
        assertThat(fee.status()).isEqualTo(ReferenceValue.Status.PROVISIONAL);
    }

    @Test
    void whoEnteredAValueCannotConfirmIt() {
        ReferenceValue fee = entered(number("3.20", JANUARY));
        assertThat(values.confirm(fee.id(), "ann")).isEqualTo(new Confirmation.SamePerson(fee));
        assertThat(values.findConfirmed(key, "US", JULY)).isEmpty();

        ReferenceValue confirmed = confirmed(fee.id());
        assertThat(confirmed.confirmedBy()).isEqualTo("ben");
        assertThat(values.findConfirmed(key, "US", JULY)).contains(confirmed);
        assertThat(values.confirm(fee.id(), "ann"))
                .as("it is confirmed already")
                .isEqualTo(new Confirmation.Confirmed(confirmed));
        assertThat(audit.entries("reference-value", key + " US", 0, 10))
                .extracting(StoredEntry::action, StoredEntry::actor)
                .containsExactly(tuple("reference.entered", "ann"), tuple("reference.confirmed", "ben"));
    }

    @Test
    void daysThatAreTakenAreRefusedUnlessTheNewValueSupersedes() {
        ReferenceValue first = entered(number("3.20", JANUARY));
        assertThat(values.enter(number("3.50", JULY), "ann")).isEqualTo(new EntryResult.Overlaps(first));

        ReferenceValue second = entered(number("3.50", JULY).superseding(first.id()));
        assertThat(values.find(key, "US", JUNE)).contains(first);
        assertThat(values.find(key, "US", JULY)).contains(second);
        assertThat(values.enter(number("3.60", JULY).superseding(first.id()), "ann"))
                .as("it would take days of the second, too")
                .isEqualTo(new EntryResult.Overlaps(second));
        ReferenceValue third = entered(number("3.60", JUNE).superseding(second.id()));
        assertThat(values.find(key, "US", JUNE)).contains(third);
    }

    @Test
    void whatNobodyConfirmedNeverDisplacesWhatSomebodyDid() {
        ReferenceValue first = confirmed(entered(number("3.20", JANUARY)).id());
        ReferenceValue second = entered(number("3.50", JULY).superseding(first.id()));
        assertThat(values.find(key, "US", JULY)).contains(first);
        ReferenceValue confirmed = confirmed(second.id());
        assertThat(values.find(key, "US", JULY)).contains(confirmed);
    }

    @Test
    void aValueOfAnotherKeyCannotBeSuperseded() {
        ReferenceValue first = entered(number("3.20", JANUARY));
        key = "test." + UUID.randomUUID();
        assertThatThrownBy(() -> values.enter(number("3.50", JULY).superseding(first.id()), "ann"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBudgetRateCountsOnceItIsConfirmedAndInItsOwnDirectionOnly() {
        // A currency pair that no other test and no seed uses.
        Currency from = Currency.getInstance("ISK");
        Currency to = Currency.getInstance("HUF");
        var entry = NewReferenceValue.number(
                ExchangeRates.BUDGET,
                ExchangeRates.scope(from, to),
                new BigDecimal("2.5800"),
                "HUF per ISK",
                JANUARY,
                "Board 2026-01");
        ReferenceValue rate = entered(entry);
        assertThat(rates.budgetRate(from, to, JULY)).isEmpty();
        confirmed(rate.id());
        assertThat(rates.budgetRate(from, to, JULY)).contains(new Rate(new BigDecimal("2.58"), from, to));
        assertThat(rates.budgetRate(to, from, JULY)).isEmpty();
        assertThat(rates.budgetRate(from, to, JANUARY.minusDays(1))).isEmpty();
        assertThat(rates.budgetRate(USD, USD, JULY)).contains(Rate.identity(USD));
        assertThat(ExchangeRates.scope(CNY, USD)).isEqualTo("CNY/USD");
    }

    @Test
    void theDatabaseLetsNobodyConfirmAloneOrChangeAValue() {
        ReferenceValue fee = entered(number("3.20", JANUARY));
        for (String change :
                new String[] {"value = 9", "effective_to = '2026-02-01'", "confirmed_by = 'ann', confirmed_at = now()"
                }) {
            assertThatThrownBy(() -> jdbc.sql("update reference_value set " + change + " where id = ?")
                            .param(fee.id())
                            .update())
                    .as(change)
                    .isNotNull();
        }
        confirmed(fee.id());
        assertThatThrownBy(() -> jdbc.sql("update reference_value set confirmed_by = 'eve' where id = ?")
                        .param(fee.id())
                        .update())
                .isNotNull();
    }

    @Test
    void aValueIsANumberOrATextAndNamesItsSource() {
        assertThatThrownBy(() -> new NewReferenceValue(key, "US", null, null, "", null, JULY, null, "x", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> number("1", JULY).until(JANUARY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NewReferenceValue.number(key, "US", BigDecimal.ONE, "USD", JULY, " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private NewReferenceValue number(String value, LocalDate from) {
        return NewReferenceValue.number(key, "US", new BigDecimal(value), "USD", from, "https://example.com/fees");
    }

    private ReferenceValue entered(NewReferenceValue value) {
        return ((EntryResult.Entered) values.enter(value, "ann")).value();
    }

    private ReferenceValue confirmed(long id) {
        return ((Confirmation.Confirmed) values.confirm(id, "ben")).value();
    }
}
