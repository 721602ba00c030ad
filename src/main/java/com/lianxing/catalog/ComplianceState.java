package com.lianxing.catalog;

/** Whether a piece may go to the US. */
public enum ComplianceState {
    /** Everything the law asks of it is in hand. */
    CLEARED,
    /** Not looked at, or something is still missing. */
    NOT_CLEARED,
    /** An authority, the platform or we ourselves stopped it. */
    BLOCKED;

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "catalog.state." + name();
    }
}
