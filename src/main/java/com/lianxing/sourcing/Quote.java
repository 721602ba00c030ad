package com.lianxing.sourcing;

import com.lianxing.money.Money;
import com.lianxing.money.UnitPrice;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A version of what a supplier offers, in its own words. It never changes; what the supplier changes is a new version.
 *
 * @param supplier as written on the quote
 * @param mode of freight how it travels; else the name of the {@link Purchase}
 * @param incoterm null for a service
 * @param transitDays of anything but freight: until it is delivered
 * @param version from 1, counted per supplier and number
 * @param price of the whole, or of one {@code unit}
 * @param unit null if the price is for the whole
 * @param validUntil the last day
 */
public record Quote(
        String supplier,
        String quoteNo,
        int version,
        String mode,
        @Nullable Incoterm incoterm,
        UnitPrice price,
        @Nullable Unit unit,
        int transitDays,
        LocalDate validUntil) {

    /** How freight travels. */
    static final List<String> FREIGHT_MODES = List.of("OCEAN_LCL", "OCEAN_FCL", "OCEAN_FAST", "AIR", "EXPRESS");

    /** What it is for. */
    public Purchase purchase() {
        return FREIGHT_MODES.contains(mode) ? Purchase.FREIGHT : Purchase.valueOf(mode);
    }

    /** The legs that are in its price. */
    Set<Leg> legs() {
        return incoterm == null ? EnumSet.noneOf(Leg.class) : incoterm.legs(purchase());
    }

    /** What it asks for a load in its own currency, to the smallest coin. */
    public Money asks(Load load) {
        return unit == null
                ? price.times(1, RoundingMode.HALF_UP)
                : price.times(load.in(unit).value(), RoundingMode.HALF_UP);
    }

    public boolean isValidOn(LocalDate day) {
        return !validUntil.isBefore(day);
    }
}
