package com.lianxing.sourcing;

/** A part of the way from the factory to the warehouse, in their order, each of which somebody pays for. */
public enum Leg {
    /** From the factory through export to the port or airport. */
    ORIGIN,
    /** Across the sea or by air. */
    MAIN_CARRIAGE,
    /** From the port of arrival to the door. */
    DESTINATION,
    /** Customs duty and fees on import. */
    DUTY;

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "sourcing.leg." + name();
    }
}
