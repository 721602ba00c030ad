package com.lianxing.ledger;

import com.lianxing.money.Money;

/** What became of a request to hold money. Both outcomes are business as usual, so neither is an exception. */
public sealed interface HoldResult {

    /** @param usd what the hold is in total */
    record Held(String holdId, Money usd) implements HoldResult {}

    /**
     * Nothing was changed.
     *
     * @param asked what would have had to be free; for a smaller hold, the total asked for
     * @param available what is free on the line; below zero if it is overspent
     */
    record Refused(Money asked, Money available, Reason reason) implements HoldResult {}

    /** Why money is not held; texts stand in the catalogue under {@code holdRefused.<name>}. */
    enum Reason {
        /** The project has no budget on this line. */
        NO_BUDGET,
        BEYOND_AVAILABLE,
        /** More was spent on the line than its limit; first that must be approved. */
        EXCESS_OPEN,
        /** The rest was released. What is needed after all is a new hold. */
        HOLD_RELEASED,
        /** More has been invoiced already than the hold would be. */
        BELOW_SETTLED
    }
}
