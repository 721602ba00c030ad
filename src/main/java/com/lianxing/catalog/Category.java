package com.lianxing.catalog;

/** What kind of product a piece is: decides which rules of US law are asked about. */
public enum Category {
    CONSUMER_ELECTRONICS,
    HOME,
    BEAUTY,
    FOOD_SUPPLEMENT,
    OTHER;

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "catalog.category." + name();
    }
}
