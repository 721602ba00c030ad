package com.lianxing.sourcing;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How much of something, and in which unit.
 *
 * @param value above zero
 */
public record Quantity(BigDecimal value, Unit unit) {

    public Quantity {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a quantity is above zero: %s %s".formatted(value, unit));
        }
    }

    public static Quantity of(String value, Unit unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    /**
     * The same in another unit, to 34 digits.
     *
     * @throws IllegalArgumentException if the two units do not measure the same
     */
    public Quantity in(Unit other) {
        if (other == unit) {
            return this;
        }
        if (other.dimension() != unit.dimension()) {
            throw new IllegalArgumentException("%s is not measured in %s".formatted(this, other));
        }
        return new Quantity(value.multiply(unit.inBase()).divide(other.inBase(), MathContext.DECIMAL128), other);
    }

    /** The sum in the unit of this one; the other is converted first. */
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.in(unit).value()), unit);
    }

    /** Whichever is more, in its own unit. */
    Quantity max(Quantity other) {
        return value.compareTo(other.in(unit).value()) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }
}
