package com.lianxing.inbound;

import java.util.Arrays;

/** Where a shipment is, in Amazon's words. */
public enum ShipmentState {
    UNCONFIRMED,
    WORKING,
    READY_TO_SHIP,
    SHIPPED,
    IN_TRANSIT,
    DELIVERED,
    CHECKED_IN,
    RECEIVING,
    CLOSED,
    /** By the seller, after sending. */
    CANCELLED,
    /** By the seller, before sending. */
    DELETED,
    ABANDONED,
    MIXED,
    ERROR,
    /** A word that Amazon did not use when this was written. */
    UNKNOWN;

    public static ShipmentState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
