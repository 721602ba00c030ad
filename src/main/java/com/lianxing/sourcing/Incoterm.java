package com.lianxing.sourcing;

import java.util.EnumSet;
import java.util.Set;

/** Up to where the seller of goods pays. What is left is for the forwarder, so the two read a term from both ends. */
public enum Incoterm {
    EXW(EnumSet.noneOf(Leg.class)),
    FOB(EnumSet.of(Leg.ORIGIN)),
    DAP(EnumSet.of(Leg.ORIGIN, Leg.MAIN_CARRIAGE, Leg.DESTINATION)),
    DDP(EnumSet.allOf(Leg.class));

    private final Set<Leg> bySeller;

    Incoterm(Set<Leg> bySeller) {
        this.bySeller = bySeller;
    }

    /**
     * The legs that are in a price under this term.
     *
     * @param purchase of goods: what the seller pays. Of freight: what the forwarder does; under EXW and FOB that is
     *     what the seller leaves, up to the door and without duty; under DAP and DDP the forwarder delivers himself.
     *     A service has no legs
     */
    public Set<Leg> legs(Purchase purchase) {
        if (purchase.isService()) {
            return EnumSet.noneOf(Leg.class);
        }
        if (purchase == Purchase.GOODS || this == DAP || this == DDP) {
            return EnumSet.copyOf(bySeller);
        }
        Set<Leg> left = EnumSet.complementOf(EnumSet.copyOf(bySeller));
        left.remove(Leg.DUTY);
        return left;
    }
}
