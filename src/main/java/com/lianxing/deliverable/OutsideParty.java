package com.lianxing.deliverable;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agency, a lab, a forwarder: somebody who delivers and has no account here.
 *
 * @param language {@link Locale#ENGLISH} or {@link Locale#CHINESE}
 * @param zone the clock the party lives by
 * @param email where reminders go; null for nowhere
 */
public record OutsideParty(
        UUID id,
        String name,
        Locale language,
        ZoneId zone,
        @Nullable String email) {

    private static final String PREFIX = "outside:";

    /** Stands where an account's id does: no account has such an id. */
    public String actor() {
        return PREFIX + id;
    }

    /** The party behind such an id; empty for an account's. */
    static Optional<UUID> behind(String actor) {
        return actor.startsWith(PREFIX)
                ? Optional.of(UUID.fromString(actor.substring(PREFIX.length())))
                : Optional.empty();
    }
}
