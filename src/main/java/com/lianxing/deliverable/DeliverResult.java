package com.lianxing.deliverable;

/** What became of a file that was handed in as the next version. */
public sealed interface DeliverResult {

    /** Also when that very file was kept as the last version before. */
    record Kept(DeliveredVersion version) implements DeliverResult {}

    /** The same content was handed in before; nothing was kept. */
    record SameAs(int version) implements DeliverResult {}
}
