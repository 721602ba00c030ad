package com.lianxing.process.engine.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the business that a submission breaks.
 *
 * @param field key of the field to blame; null if no single one is
 * @param messageKey of the catalogue
 * @param args as in {@link com.lianxing.process.engine.Refusal}
 */
public record Violation(@Nullable String field, String messageKey, List<Object> args) {

    public Violation {
        args = List.copyOf(args);
    }

    public static Violation of(String field, String messageKey, Object... args) {
        return new Violation(field, messageKey, List.of(args));
    }

    /** Of the submission as a whole. */
    public static Violation general(String messageKey, Object... args) {
        return new Violation(null, messageKey, List.of(args));
    }
}
