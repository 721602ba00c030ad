package com.lianxing.approval;

/** What a request asks for. Names for people stand in the catalogue under {@code requestType.<name>}. */
public enum RequestType {
    /** The first budget of a project. */
    INITIAL,
    /** To set money of one line aside. Becomes an {@link #OVERRUN} where the line has not enough left. */
    COMMITMENT,
    /** A larger or smaller budget. */
    CHANGE,
    /** More than a line has: to be held, or already spent. */
    OVERRUN,
    /** Money from some lines to others; the budget as a whole stays. */
    REALLOCATE,
    /** To pay a vendor what was bought, out of what was held for it. Whoever asked posts it once it is approved. */
    PAYMENT
}
