package com.lianxing.sourcing;

import java.math.BigDecimal;

/** What a price or a load is counted in. Units of one dimension convert into each other; those of two never do. */
public enum Unit {
    KG(Dimension.WEIGHT, "1"),
    /** The international pound, exact by definition. */
    LB(Dimension.WEIGHT, "0.45359237"),
    CBM(Dimension.VOLUME, "1"),
    /** A cube of 12 inches of 2.54 cm, exact by definition. */
    CUFT(Dimension.VOLUME, "0.028316846592"),
    PIECE(Dimension.COUNT, "1");

    /** What is measured. */
    public enum Dimension {
        WEIGHT,
        VOLUME,
        COUNT
    }

    private final Dimension dimension;
    private final BigDecimal inBase;

    Unit(Dimension dimension, String inBase) {
        this.dimension = dimension;
        this.inBase = new BigDecimal(inBase);
    }

    public Dimension dimension() {
        return dimension;
    }

    /** How many kilograms, cubic metres or pieces one of it is. */
    BigDecimal inBase() {
        return inBase;
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "sourcing.unit." + name();
    }
}
