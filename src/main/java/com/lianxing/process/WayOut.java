package com.lianxing.process;

import com.lianxing.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that brings the end of a project nearer.
 *
 * @param kind names the sentence {@code wayOut.<kind>}
 * @param about what the sentence mentions: a mode of transport as a key of the catalogue, a project's code
 * @param finish when all would be done with it; what follows from the diagram, not a guess
 * @param cost what it costs more; null where what it depends on has not been entered
 */
public record WayOut(
        Kind kind, String about, Instant finish, @Nullable Money cost) {

    /** Its sort. */
    public enum Kind {
        /** Goods travel by a faster mode. */
        FASTER_TRANSPORT,
        /** Goods enter through other warehouses, which receive sooner. */
        OTHER_PLACEMENT,
        /** What waits for another project is left out. */
        WITHOUT,
        /** The target itself holds, if nothing more is late. */
        LESS_BUFFER
    }
}
