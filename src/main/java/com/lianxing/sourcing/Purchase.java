package com.lianxing.sourcing;

/** What kind of thing a quote is for. */
public enum Purchase {
    GOODS,
    FREIGHT,
    /** Whoever prepares and submits registrations. */
    AGENCY,
    /** US agent, responsible person or FSVP importer, by the year. */
    US_AGENT,
    LAB_TESTS;

    /** Whether nothing travels, so that no Incoterm applies. */
    public boolean isService() {
        return this != GOODS && this != FREIGHT;
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "sourcing.purchase." + name();
    }
}
