package com.lianxing.launch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the running event as it is known.
 *
 * @param value the last one known: cents since the event began, or pieces; null if none ever was
 * @param takenAt the moment it is of; null with the value
 */
public record Figure(
        Kind kind,
        String sku,
        @Nullable Long value,
        @Nullable Instant takenAt,
        boolean byHand,
        State state) {

    public enum Kind {
        AD_SPEND,
        SALES,
        STOCK;

        /** The key of the name in the catalogue. */
        public String messageKey() {
            return "launch.figure." + name();
        }
    }

    public enum State {
        CURRENT,
        /** Older than figures of a running event may be. */
        STALE,
        /** Never known: not zero. */
        MISSING;

        /** The key of the name in the catalogue. */
        public String messageKey() {
            return "launch.figureState." + name();
        }
    }
}
