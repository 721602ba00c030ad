package com.lianxing.obligation;

/** How far the renewal of a period has come. */
public enum PeriodState {
    /** To be renewed now. */
    OPEN,
    RENEWED,
    /** Its date has passed. */
    BREACHED,
    /** Registered anew after its date had passed; another obligation goes on. */
    RECOVERED,
    /** Nobody needs it any more: the product or the contract is no more. */
    ENDED;

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "obligation.state." + name();
    }
}
