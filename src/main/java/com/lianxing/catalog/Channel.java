package com.lianxing.catalog;

/** A marketplace or shop in the US. */
public enum Channel {
    AMAZON_US,
    SHOPIFY,
    TIKTOK_SHOP_US,
    WALMART_US;

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "catalog.channel." + name();
    }
}
