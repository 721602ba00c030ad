package com.lianxing.deliverable;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way in for one party to one deliverable.
 *
 * @param issuedBy id of the person who made it
 * @param revokedAt null unless somebody has closed it
 */
public record PortalLink(
        UUID id,
        UUID deliverable,
        UUID party,
        String issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens anything; another party may have taken over since. */
    public enum State {
        OPEN,
        /** Its time is over, or its project has ended. */
        EXPIRED,
        REVOKED
    }
}
