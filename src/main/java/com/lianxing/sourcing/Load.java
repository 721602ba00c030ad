package com.lianxing.sourcing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be bought or carried, as prices of every unit need it.
 *
 * @param weight as weighed, with packing; null for a service
 * @param volume null for a service
 * @param divisor how many cubic centimetres count as a kilogram where carriers charge for bulky goods as if they were
 *     heavy; null where nobody said, or prices are not by weight
 */
public record Load(
        @Nullable Quantity weight,
        @Nullable Quantity volume,
        Quantity pieces,
        @Nullable BigDecimal divisor) {

    private static final BigDecimal CM3_PER_CBM = BigDecimal.valueOf(1_000_000);

    /** What nobody weighs: so many tests, filings or years. */
    public static Load ofPieces(long count) {
        return new Load(null, null, new Quantity(BigDecimal.valueOf(count), Unit.PIECE), null);
    }

    public Load {
        requireDimension(weight, Unit.Dimension.WEIGHT);
        requireDimension(volume, Unit.Dimension.VOLUME);
        requireDimension(pieces, Unit.Dimension.COUNT);
        if (divisor != null && divisor.signum() <= 0) {
            throw new IllegalArgumentException("a divisor is above zero: " + divisor);
        }
    }

    /** Whether somebody weighed, measured or counted what prices of this unit are multiplied by. */
    boolean isKnownIn(Unit unit) {
        return switch (unit.dimension()) {
            case WEIGHT -> weight != null && (divisor == null || volume != null);
            case VOLUME -> volume != null;
            case COUNT -> true;
        };
    }

    /** What a price per {@code unit} is multiplied by: of a weight the chargeable one. */
    public Quantity in(Unit unit) {
        return switch (unit.dimension()) {
            case WEIGHT -> chargeable().in(unit);
            case VOLUME -> known(volume).in(unit);
            case COUNT -> pieces.in(unit);
        };
    }

    /** The larger of the weight as weighed and the weight that the volume counts as. */
    public Quantity chargeable() {
        return divisor == null ? known(weight) : known(weight).max(volumetric(divisor));
    }

    private Quantity volumetric(BigDecimal cm3PerKg) {
        BigDecimal cm3 = known(volume).in(Unit.CBM).value().multiply(CM3_PER_CBM);
        return new Quantity(cm3.divide(cm3PerKg, MathContext.DECIMAL128), Unit.KG);
    }

    private static Quantity known(@Nullable Quantity quantity) {
        return Objects.requireNonNull(quantity, "nobody weighed or measured it");
    }

    private static void requireDimension(@Nullable Quantity quantity, Unit.Dimension dimension) {
        if (quantity != null && quantity.unit().dimension() != dimension) {
            throw new IllegalArgumentException("%s is no %s".formatted(quantity, dimension));
        }
    }
}
