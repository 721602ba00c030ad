package com.lianxing.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value as somebody enters it; see {@link ReferenceValue} for the fields.
 *
 * @param supersedes id of the value whose days it takes over from {@code effectiveFrom} on; null if it overlaps none
 */
public record NewReferenceValue(
        String key,
        String scope,
        @Nullable BigDecimal value,
        @Nullable String textValue,
        String unit,
        @Nullable Currency currency,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String sourceUrl,
        @Nullable Long supersedes) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,118}[A-Za-z0-9])?");
    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/._-]{0,119}");
    private static final int LONGEST_SOURCE = 1_000;
    private static final int LONGEST_UNIT = 40;
    private static final Predicate<String> UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}]").asPredicate();

    public NewReferenceValue {
        if (!KEY.matcher(key).matches() || !SCOPE.matcher(scope).matches()) {
            throw new IllegalArgumentException("no key and scope of a reference value: %s, %s".formatted(key, scope));
        }
        if ((value == null) == (textValue == null)) {
            throw new IllegalArgumentException("a reference value is a number or a text: " + key);
        }
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("ends before it begins: %s to %s".formatted(effectiveFrom, effectiveTo));
        }
        if (sourceUrl.isBlank() || sourceUrl.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException("a reference value names its source: " + key);
        }
        if (unit.length() > LONGEST_UNIT || UNPRINTABLE.test(unit + sourceUrl)) {
            throw new IllegalArgumentException("no unit or source of a reference value: " + key);
        }
    }

    /** A number from a day on. */
    public static NewReferenceValue number(
            String key, String scope, BigDecimal value, String unit, LocalDate effectiveFrom, String sourceUrl) {
        return new NewReferenceValue(key, scope, value, null, unit, null, effectiveFrom, null, sourceUrl, null);
    }

    public NewReferenceValue until(LocalDate lastDay) {
        return new NewReferenceValue(
                key, scope, value, textValue, unit, currency, effectiveFrom, lastDay, sourceUrl, supersedes);
    }

    public NewReferenceValue superseding(long id) {
        return new NewReferenceValue(
                key, scope, value, textValue, unit, currency, effectiveFrom, effectiveTo, sourceUrl, id);
    }
}
