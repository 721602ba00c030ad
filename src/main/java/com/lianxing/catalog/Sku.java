package com.lianxing.catalog;

import com.lianxing.money.UnitPrice;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One piece of what we sell.
 *
 * @param code our own number
 * @param asin Amazon's number of the product
 * @param fnsku Amazon's number of our stock of it
 * @param hts10 the ten digits of the US tariff schedule, without dots
 * @param unitCost what the factory is paid for one
 * @param weightGrams of one, packed for sale
 * @param volumeCm3 of one, packed for sale
 */
public record Sku(
        String code,
        String nameZh,
        String nameEn,
        @Nullable String asin,
        @Nullable String fnsku,
        @Nullable String hts10,
        UnitPrice unitCost,
        long weightGrams,
        long volumeCm3,
        Category category,
        ComplianceState state) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern AMAZON_NUMBER = Pattern.compile("[A-Z0-9]{10}");
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");

    public Sku {
        require(CODE, code, "a SKU");
        require(AMAZON_NUMBER, asin, "an ASIN");
        require(AMAZON_NUMBER, fnsku, "an FNSKU");
        require(TEN_DIGITS, hts10, "an HTS number of ten digits");
        if (nameZh.isBlank() || nameEn.isBlank()) {
            throw new IllegalArgumentException("a SKU has a name in both languages: " + code);
        }
        if (weightGrams <= 0 || volumeCm3 <= 0) {
            throw new IllegalArgumentException(
                    "weight and volume of %s must be above zero: %d g, %d cm3".formatted(code, weightGrams, volumeCm3));
        }
    }

    private static void require(Pattern pattern, @Nullable String text, String what) {
        if (text != null && !pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("not %s: %s".formatted(what, text));
        }
    }
}
