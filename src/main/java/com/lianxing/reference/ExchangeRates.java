package com.lianxing.reference;

import com.lianxing.money.Rate;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Exchange rates kept as reference values. The value of the scope {@code CNY/USD} is what one CNY is worth in USD, e.g.
 * 0.1408; nobody divides to get the other direction.
 */
@Service
public class ExchangeRates {

    /** The key of the rate at which budgets are set and checked. */
    public static final String BUDGET = "fx.BUDGET";

    private final ReferenceValues values;

    ExchangeRates(ReferenceValues values) {
        this.values = values;
    }

    /**
     * The budget rate of a day, if two people vouch for one. A provisional rate is none.
     *
     * @param on the day in Asia/Shanghai, where the rate is set
     */
    public Optional<Rate> budgetRate(Currency from, Currency to, LocalDate on) {
        if (from.equals(to)) {
            return Optional.of(Rate.identity(from));
        }
        return values.findConfirmed(BUDGET, scope(from, to), on).map(value -> new Rate(value.number(), from, to));
    }

    /** The scope under which a rate is entered, e.g. {@code CNY/USD}. */
    public static String scope(Currency from, Currency to) {
        return from.getCurrencyCode() + "/" + to.getCurrencyCode();
    }
}
