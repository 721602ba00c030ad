package com.lianxing.sourcing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contract must say before it counts (domain.md S06); each may be empty while it is a draft.
 *
 * @param scope what is delivered, and what is not
 * @param serviceLevel how fast and how well, and what happens otherwise
 * @param refund what is paid back, and when
 */
public record Clauses(
        String scope, String serviceLevel, @Nullable InvoiceType invoiceType, String refund) {

    private static final int LONGEST = 2_000;

    public Clauses {
        scope = text(scope);
        serviceLevel = text(serviceLevel);
        refund = text(refund);
    }

    public enum Clause {
        SCOPE,
        SERVICE_LEVEL,
        INVOICE_TYPE,
        REFUND;

        /** The key of the name in the catalogue. */
        public String messageKey() {
            return "sourcing.clause." + name();
        }
    }

    /** Those that say nothing yet. */
    public List<Clause> missing() {
        List<Clause> missing = new ArrayList<>();
        if (scope.isEmpty()) {
            missing.add(Clause.SCOPE);
        }
        if (serviceLevel.isEmpty()) {
            missing.add(Clause.SERVICE_LEVEL);
        }
        if (invoiceType == null) {
            missing.add(Clause.INVOICE_TYPE);
        }
        if (refund.isEmpty()) {
            missing.add(Clause.REFUND);
        }
        return missing;
    }

    private static String text(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a clause has at most %d characters: %d".formatted(LONGEST, stripped.length()));
        }
        return stripped;
    }
}
