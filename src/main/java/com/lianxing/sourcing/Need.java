package com.lianxing.sourcing;

import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.sourcing.Normalised.Addition;
import com.lianxing.sourcing.Normalised.Comparable;
import com.lianxing.sourcing.Normalised.Gap;
import com.lianxing.sourcing.Normalised.Incomparable;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted, and what all quotes for it are brought to before they are compared.
 *
 * @param service what is bought, for example {@code FREIGHT:OCEAN_LCL}; history is of the same service
 * @param lane from where to where, or what exactly; history is of the same lane
 * @param incoterm null for a service
 * @param unit that prices are shown and remembered by
 */
public record Need(
        Purchase purchase,
        String service,
        String lane,
        @Nullable Incoterm incoterm,
        Load load,
        Unit unit) {

    static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    /** What one unit of a currency is worth in US dollars; empty if nobody vouches for a rate. */
    @FunctionalInterface
    public interface Dollars {
        Optional<Rate> rate(Currency currency);
    }

    /**
     * Brings a quote to US dollars, to the unit and to the Incoterm of the need.
     *
     * @param legs what each leg costs by itself. What the quote leaves out of the Incoterm wanted is added, and what it
     *     contains beyond is taken off; a leg that nobody priced is never taken for free, nor a bulky load by weight for light
     */
    public Normalised normalise(Quote quote, Map<Leg, Money> legs, Dollars dollars) {
        Set<Leg> wanted = incoterm == null ? Set.of() : incoterm.legs(purchase);
        Set<Leg> offered = quote.legs();
        Set<Leg> missing = less(wanted, offered);
        Set<Leg> beyond = less(offered, wanted);
        Set<Leg> unpriced = EnumSet.noneOf(Leg.class);
        Set<Currency> unrated = new LinkedHashSet<>();
        List<Addition> additions = new ArrayList<>();
        for (Leg leg : Leg.values()) {
            if (!missing.contains(leg) && !beyond.contains(leg)) {
                continue;
            }
            Money price = legs.get(leg);
            if (price == null) {
                unpriced.add(leg);
                continue;
            }
            Money signed = beyond.contains(leg) ? price.negate() : price;
            dollars.rate(price.currency())
                    .ifPresentOrElse(
                            rate -> additions.add(new Addition(leg, signed, rate, rate.convert(signed, ROUNDING))),
                            () -> unrated.add(price.currency()));
        }
        Optional<Rate> rate = dollars.rate(quote.price().currency());
        if (rate.isEmpty()) {
            unrated.add(quote.price().currency());
        }
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        if (unit.dimension() == Unit.Dimension.WEIGHT && load.divisor() == null) {
            gaps.add(Gap.VOLUMETRIC_DIVISOR);
        }
        if (quote.unit() != null && !load.isKnownIn(quote.unit())) {
            gaps.add(Gap.LOAD);
        }
        if (rate.isEmpty() || !unpriced.isEmpty() || !unrated.isEmpty() || !gaps.isEmpty()) {
            return new Incomparable(quote, unpriced, unrated, gaps);
        }
        Money asked = quote.asks(load);
        Money usd = rate.get().convert(asked, ROUNDING);
        for (Addition addition : additions) {
            usd = usd.plus(addition.usd());
        }
        if (!usd.isPositive()) {
            return new Incomparable(quote, unpriced, unrated, EnumSet.of(Gap.NOTHING_LEFT));
        }
        return new Comparable(quote, asked, rate.get(), List.copyOf(additions), usd);
    }

    private static Set<Leg> less(Set<Leg> all, Set<Leg> some) {
        Set<Leg> rest = EnumSet.noneOf(Leg.class);
        rest.addAll(all);
        rest.removeAll(some);
        return rest;
    }
}
