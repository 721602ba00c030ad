package com.lianxing.sourcing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody says of a supplier; see {@link Supplier} for the fields. */
public record SupplierDetails(String name, Supplier.Kind kind, String country, Supplier.RiskRating riskRating) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int LONGEST_NAME = 200;

    public SupplierDetails {
        name = tidy(name);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a supplier's name has 1 to %d characters: %d".formatted(LONGEST_NAME, name.length()));
        }
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("no country of two letters: " + country);
        }
    }

    /** Names that people would take for the same give the same key. */
    String nameKey() {
        return key(name);
    }

    static String key(String name) {
        return Normalizer.normalize(tidy(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String tidy(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
