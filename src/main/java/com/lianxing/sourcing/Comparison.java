package com.lianxing.sourcing;

import com.lianxing.sourcing.Normalised.Comparable;
import com.lianxing.sourcing.Normalised.Incomparable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Quotes for one need side by side, the cheapest valid one first, what has expired last.
 *
 * @param incomparable those that nobody can rank yet
 * @param today where the quotes are made
 * @param history of the lane, whoever carried
 * @param bySupplier history of the lane with each supplier
 */
public record Comparison(
        Need need,
        List<Comparable> offers,
        List<Incomparable> incomparable,
        LocalDate today,
        History history,
        Map<String, History> bySupplier) {

    private static final int SCALE = 4;

    /**
     * What was paid before for one unit, in US dollars.
     *
     * @param last empty if nothing was chosen before
     * @param median of the last six months
     */
    public record History(Optional<BigDecimal> last, Optional<BigDecimal> median) {

        public static final History NONE = new History(Optional.empty(), Optional.empty());
    }

    public Comparison {
        offers = offers.stream()
                .sorted(Comparator.comparing(
                                (Comparable offer) -> !offer.quote().isValidOn(today))
                        .thenComparing(Comparable::usd)
                        .thenComparing(offer -> offer.quote().quoteNo()))
                .toList();
        incomparable = List.copyOf(incomparable);
        bySupplier = Map.copyOf(bySupplier);
    }

    public boolean isValid(Normalised offer) {
        return offer.quote().isValidOn(today);
    }

    /** Those that may be chosen. */
    public List<Comparable> valid() {
        return offers.stream().filter(this::isValid).toList();
    }

    /** How many quotes have not expired, whether they can be ranked yet or not. */
    public int open() {
        return valid().size()
                + (int) incomparable.stream().filter(this::isValid).count();
    }

    /** By its number, in whatever case. */
    public Optional<Comparable> find(String quoteNo) {
        return offers.stream().filter(offer -> isCalled(offer, quoteNo)).findFirst();
    }

    /** A quote of that number that nobody can rank yet. */
    public Optional<Incomparable> findIncomparable(String quoteNo) {
        return incomparable.stream().filter(offer -> isCalled(offer, quoteNo)).findFirst();
    }

    /** Whether no valid one costs less. */
    public boolean isCheapest(Comparable offer) {
        return valid().stream().noneMatch(other -> other.usd().compareTo(offer.usd()) < 0);
    }

    /** In US dollars per unit of the need. */
    public BigDecimal perUnit(Comparable offer) {
        return offer.usd().amount().divide(quantity(), SCALE, RoundingMode.HALF_UP);
    }

    /** What prices per unit are multiplied by. */
    public BigDecimal quantity() {
        return need.load().in(need.unit()).value().round(MathContext.DECIMAL64);
    }

    /** By how many per cent it is dearer than the median of the last six months; empty without one. */
    public Optional<BigDecimal> overMedian(Comparable offer) {
        return over(perUnit(offer), history.median());
    }

    /** By how many per cent it is dearer than what was paid last; empty if nothing was. */
    public Optional<BigDecimal> overLast(Comparable offer) {
        return over(perUnit(offer), history.last());
    }

    /** What the same supplier was paid before. */
    public History historyWith(Normalised offer) {
        return bySupplier.getOrDefault(offer.quote().supplier(), History.NONE);
    }

    private static Optional<BigDecimal> over(BigDecimal price, Optional<BigDecimal> before) {
        return before.filter(usual -> usual.signum() > 0)
                .map(usual -> price.subtract(usual).movePointRight(2).divide(usual, 1, RoundingMode.HALF_UP));
    }

    private static boolean isCalled(Normalised offer, String quoteNo) {
        return offer.quote().quoteNo().equalsIgnoreCase(quoteNo.strip());
    }
}
