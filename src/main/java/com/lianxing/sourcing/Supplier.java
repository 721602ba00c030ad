package com.lianxing.sourcing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody we buy from.
 *
 * @param country ISO 3166-1, two letters
 * @param editedBy who last said what stands here; may not decide about money for this supplier soon after
 * @param verifiedBy who compared it with papers; neither {@code createdBy} nor {@code editedBy}
 */
public record Supplier(
        UUID id,
        String name,
        Kind kind,
        String country,
        RiskRating riskRating,
        Verification verification,
        String createdBy,
        String editedBy,
        Instant editedAt,
        @Nullable String verifiedBy,
        @Nullable Instant verifiedAt) {

    public enum Kind {
        FACTORY,
        FORWARDER,
        CUSTOMS_BROKER,
        LAB,
        AGENCY,
        OTHER;

        /** The key of the name in the catalogue. */
        public String messageKey() {
            return "sourcing.kind." + name();
        }
    }

    public enum RiskRating {
        LOW,
        MEDIUM,
        HIGH;

        /** The key of the name in the catalogue. */
        public String messageKey() {
            return "sourcing.risk." + name();
        }
    }

    public enum Verification {
        UNVERIFIED,
        VERIFIED;

        /** The key of the name in the catalogue. */
        public String messageKey() {
            return "sourcing.verification." + name();
        }
    }
}
