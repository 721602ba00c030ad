package com.lianxing.launch;

/** Over how many warehouses Amazon spreads what arrives: on that depends until when it has to. */
public enum Placement {
    MINIMAL,
    OPTIMIZED,
    /** Upstream storage. */
    AWD
}
