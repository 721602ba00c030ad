package com.lianxing.certification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that label, listing or advertisement says of the product.
 *
 * @param kind as compliance reads it
 */
public record Claim(String text, Place place, Kind kind) {

    public enum Place {
        LABEL,
        LISTING,
        AD
    }

    public enum Kind {
        /** Cleanses, beautifies, promotes attractiveness, alters the appearance. */
        APPEARANCE,
        /** Affects the structure or a function of the body: sun protection, antiperspirant, whitening from within. */
        BODY_FUNCTION,
        /** Treats, prevents, cures or diagnoses a disease. */
        DISEASE,
        /** A healthy lifestyle, no disease. */
        WELLNESS,
        /** Neither of the body nor of health. */
        OTHER
    }

    /** Words that only a drug or a device may carry. */
    private static final Pattern OF_DISEASE = words(
            "cure", "cures", "treat", "treats", "treatment", "heal", "heals", "disease", "therapy", "therapeutic");

    /** What nobody may say: the FDA approves no product of these kinds, and issues no certificates. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "fda[\\s-]*(approved|certified|certificate|registered\\s+product)|\\bcures?\\b", Pattern.CASE_INSENSITIVE);

    private static Pattern words(String... words) {
        return Pattern.compile("\\b(" + String.join("|", words) + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /** The words of a text that no label and no listing may carry, as they stand there. Source: domain.md 2.2, B09. */
    public static List<String> forbiddenWords(String text) {
        return FORBIDDEN.matcher(text).results().map(match -> match.group()).toList();
    }

    /** A word of disease in what is said to be harmless; empty if its kind and its words agree. */
    public Optional<String> contradiction() {
        return kind == Kind.DISEASE || kind == Kind.BODY_FUNCTION
                ? Optional.empty()
                : Stream.of(OF_DISEASE.matcher(text))
                        .filter(found -> found.find())
                        .map(found -> found.group().toLowerCase(Locale.ROOT))
                        .findFirst();
    }
}
