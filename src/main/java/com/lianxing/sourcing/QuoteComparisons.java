package com.lianxing.sourcing;

import com.lianxing.calendar.Clock;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.QuoteComparisons.Chosen;
import com.lianxing.sourcing.QuoteComparisons.Comparison;
import com.lianxing.sourcing.QuoteComparisons.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what is offered with each other and with what was paid before, and remembers what was chosen. */
@Service
public class QuoteComparisons {

    private static final Currency USD = Currency.getInstance("USD");
    private static final int SCALE = 4;
    private static final int HISTORY_MONTHS = 6;

    private final JdbcClient jdbc;
    private final Clock clock;

    QuoteComparisons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param usd the whole amount, at the budget rate of the day */
    public record Offer(String supplier, String quoteNo, Money usd, LocalDate validUntil) {}

    /**
     * Offers side by side, the cheapest valid one first, what has expired last.
     *
     * @param quantity in the unit that prices are compared by
     * @param lastPaid per unit, for the same service; empty if nothing was chosen before
     * @param median per unit, of the last six months
     */
    public record Comparison(
            List<Offer> offers,
            BigDecimal quantity,
            LocalDate today,
            Optional<BigDecimal> lastPaid,
            Optional<BigDecimal> median) {

        public Comparison {
            offers = offers.stream()
                    .sorted(Comparator.comparing(
                                    (Offer offer) -> offer.validUntil().isBefore(today))
                            .thenComparing(Offer::usd)
                            .thenComparing(Offer::quoteNo))
                    .toList();
        }

        public boolean isValid(Offer offer) {
            return !offer.validUntil().isBefore(today);
        }

        public List<Offer> valid() {
            return offers.stream().filter(this::isValid).toList();
        }

        /** By its number, in whatever case. */
        public Optional<Offer> find(String quoteNo) {
            return offers.stream()
                    .filter(offer -> offer.quoteNo().equalsIgnoreCase(quoteNo.strip()))
                    .findFirst();
        }

        /** Whether no valid one costs less. */
        public boolean isCheapest(Offer offer) {
            return valid().stream().noneMatch(other -> other.usd().compareTo(offer.usd()) < 0);
        }

        public BigDecimal perUnit(Offer offer) {
            return offer.usd().amount().divide(quantity, SCALE, RoundingMode.HALF_UP);
        }

        /** By how many per cent it is dearer than the median of the last six months; empty without one. */
        public Optional<BigDecimal> overMedian(Offer offer) {
            return median.map(
                    usual -> perUnit(offer).subtract(usual).movePointRight(2).divide(usual, 1, RoundingMode.HALF_UP));
        }
    }

    /**
     * What was chosen.
     *
     * @param quotes how many valid ones were compared
     */
    public record Chosen(String supplier, String quoteNo, Money usd, LocalDate validUntil, int quotes) {}

    /**
     * @param service what is bought, for example {@code FREIGHT:OCEAN_LCL}; history is of the same service
     * @param quantity above zero
     * @param today where the offers are made
     */
    public Comparison compare(String service, BigDecimal quantity, List<Offer> offers, LocalDate today) {
        return new Comparison(offers, quantity, today, lastPaid(service), median(service));
    }

    /** Remembers the choice; the last one of a project counts. */
    @Transactional
    public void choose(
            ProjectCode project, String service, Comparison comparison, Offer winner, String reason, String by) {
        jdbc.sql("""
                        insert into chosen_quote (project_code, service, supplier, quote_no, usd_minor, unit_usd, quantity,
                          quotes, cheapest, valid_until, reason, chosen_by, chosen_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        project.value(),
                        service,
                        winner.supplier(),
                        winner.quoteNo(),
                        winner.usd().minor(),
                        comparison.perUnit(winner),
                        comparison.quantity(),
                        comparison.valid().size(),
                        comparison.isCheapest(winner),
                        winner.validUntil(),
                        reason,
                        by,
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last choice of the project. */
    public Optional<Chosen> chosen(ProjectCode project) {
        return jdbc.sql("""
                        select supplier, quote_no, usd_minor, valid_until, quotes from chosen_quote
                        where project_code = ? order by id desc limit 1""")
                .param(project.value())
                .query((row, number) -> new Chosen(
                        row.getString("supplier"),
                        row.getString("quote_no"),
                        Money.ofMinor(row.getLong("usd_minor"), USD),
                        row.getObject("valid_until", LocalDate.class),
                        row.getInt("quotes")))
                .optional();
    }

    private Optional<BigDecimal> lastPaid(String service) {
        return jdbc.sql("select unit_usd from chosen_quote where service = ? order by id desc limit 1")
                .param(service)
                .query(BigDecimal.class)
                .optional();
    }

    private Optional<BigDecimal> median(String service) {
        OffsetDateTime since = clock.now().atOffset(ZoneOffset.UTC).minusMonths(HISTORY_MONTHS);
        return jdbc.sql("""
                        select percentile_cont(0.5) within group (order by unit_usd)::numeric(19, 4) as median
                        from chosen_quote where service = ? and chosen_at >= ?""")
                .params(service, since)
                .query((row, number) -> Optional.ofNullable(row.getBigDecimal("median")))
                .single();
    }
}
