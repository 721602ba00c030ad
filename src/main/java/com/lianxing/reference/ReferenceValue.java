package com.lianxing.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a value was or will be over some days, as its source says.
 *
 * @param key what is valued, e.g. {@code fx.BUDGET}
 * @param scope where or for whom, e.g. {@code CNY/USD}, {@code US}
 * @param value the number; null if it is a text
 * @param textValue the text; null if it is a number
 * @param unit what the number counts, e.g. {@code USD}, {@code lb}, {@code day}, {@code USD per CNY}
 * @param currency of an amount of money; null for all else
 * @param effectiveTo the last day, in the zone that the source counts in; null while no end is known
 * @param sourceUrl where it stands written: an address, or the name of the paper. Not necessarily safe as a link
 * @param supersedes id of the value whose days this one takes over
 */
public record ReferenceValue(
        long id,
        String key,
        String scope,
        @Nullable BigDecimal value,
        @Nullable String textValue,
        String unit,
        @Nullable Currency currency,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String sourceUrl,
        @Nullable Long supersedes,
        String enteredBy,
        @Nullable String confirmedBy,
        Status status) {

    public enum Status {
        /** Entered by one person; may be shown, and counts for nothing that costs money. */
        PROVISIONAL,
        /** A second person looked at the source and agreed. */
        CONFIRMED
    }

    /** @throws IllegalStateException if it is a text */
    public BigDecimal number() {
        if (value == null) {
            throw new IllegalStateException("%s of %s is no number but: %s".formatted(key, scope, textValue));
        }
        return value;
    }
}
