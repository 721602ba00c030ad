package com.lianxing.launch;

/** How far a deal has come. Source: domain.md 3.3. */
public enum DealState {
    SUBMITTED,
    ACCEPTED,
    REJECTED,
    /** The channel wants other terms. */
    CHANGED,
    /** A coupon or a discount for members takes its place. */
    REPLACED,
    /** The channel does not show it. */
    SUPPRESSED,
    RAN,
    CANCELLED;

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "launch.dealState." + name();
    }
}
