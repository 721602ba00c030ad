package com.lianxing.sourcing;

/** What kind of thing a quote is for. */
public enum Purchase {
    GOODS,
    FREIGHT
}
