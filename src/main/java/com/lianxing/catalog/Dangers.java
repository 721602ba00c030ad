package com.lianxing.catalog;

/** What makes a piece dangerous to carry. */
public record Dangers(Battery battery, Hazmat hazmat) {

    /** Lithium batteries, by how they travel. */
    public enum Battery {
        NONE,
        CONTAINED,
        PACKED_WITH,
        STANDALONE
    }

    public enum Hazmat {
        NOT_HAZMAT,
        /** By Amazon and the carrier. */
        ACCEPTED,
        UNDER_REVIEW,
        NOT_BY_AIR
    }

    /** Batteries by themselves never fly; dangerous goods only once they are accepted. */
    public boolean mayFly() {
        return battery != Battery.STANDALONE && (hazmat == Hazmat.NOT_HAZMAT || hazmat == Hazmat.ACCEPTED);
    }
}
