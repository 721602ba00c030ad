package com.lianxing.sourcing;

import com.lianxing.calendar.Clock;
import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.project.ProjectCode;
import com.lianxing.reference.ExchangeRates;
import com.lianxing.sourcing.Comparison.History;
import com.lianxing.sourcing.Normalised.Addition;
import com.lianxing.sourcing.Normalised.Comparable;
import com.lianxing.sourcing.Normalised.Incomparable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what is offered with each other and with what was paid before, and remembers what was chosen. */
@Service
public class QuoteComparisons {

    private static final Currency USD = Currency.getInstance("USD");
    private static final ZoneId QUOTED_IN = ZoneId.of("Asia/Shanghai");
    private static final int HISTORY_MONTHS = 6;

    private final JdbcClient jdbc;
    private final ExchangeRates rates;
    private final Clock clock;

    QuoteComparisons(JdbcClient jdbc, ExchangeRates rates, Clock clock) {
        this.jdbc = jdbc;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * What was chosen.
     *
     * @param id grows with every choice
     * @param asked in the quote's own currency
     * @param usd what the supplier asks, without what was added to compare it
     * @param perUnit as compared, in US dollars
     * @param quotes how many valid ones were compared
     * @param before what had been paid per unit until then
     */
    public record Chosen(
            long id,
            String supplier,
            String quoteNo,
            Money asked,
            Money usd,
            BigDecimal perUnit,
            Unit unit,
            LocalDate validUntil,
            int quotes,
            History before) {

        public boolean isValidOn(LocalDate day) {
            return !validUntil.isBefore(day);
        }
    }

    /** A quote as it was compared; see {@link Normalised.Comparable} for the fields. */
    public record Compared(
            String supplier,
            String quoteNo,
            int version,
            Money asked,
            Rate rate,
            List<Addition> additions,
            Money usd,
            BigDecimal perUnit,
            boolean valid,
            boolean chosen) {

        public boolean isOf(Quote quote) {
            return supplier.equals(quote.supplier()) && quoteNo.equals(quote.quoteNo()) && version == quote.version();
        }
    }

    /**
     * @param legs what each leg costs by itself
     * @param today where the quotes are made; the budget rate of that day counts
     */
    public Comparison compare(Need need, List<Quote> quotes, Map<Leg, Money> legs, LocalDate today) {
        List<Comparable> offers = new ArrayList<>();
        List<Incomparable> incomparable = new ArrayList<>();
        Map<String, History> suppliers = new HashMap<>();
        for (Quote quote : quotes) {
            Normalised normalised = need.normalise(quote, legs, currency -> rates.budgetRate(currency, USD, today));
            if (normalised instanceof Comparable offer) {
                offers.add(offer);
            } else if (normalised instanceof Incomparable odd) {
                incomparable.add(odd);
            }
            suppliers.computeIfAbsent(quote.supplier(), supplier -> history(need, supplier));
        }
        return new Comparison(need, offers, incomparable, today, history(need, ""), suppliers);
    }

    /**
     * Remembers the choice and all it was made from; the last one of a project and kind of purchase counts.
     *
     * @throws IllegalStateException if the winner has expired
     */
    @Transactional
    public void choose(ProjectCode project, Comparison comparison, Comparable winner, String reason, String by) {
        if (!comparison.isValid(winner)) {
            throw new IllegalStateException("quote %s expired on %s"
                    .formatted(winner.quote().quoteNo(), winner.quote().validUntil()));
        }
        Need need = comparison.need();
        long choice = jdbc.sql("""
                        insert into chosen_quote (project_code, purchase, service, lane, unit, incoterm, supplier, quote_no, usd_minor,
                          unit_usd, quantity, quotes, cheapest, valid_until, last_usd, median_usd,
                          reason, chosen_by, chosen_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        project.value(),
                        need.purchase().name(),
                        need.service(),
                        SupplierDetails.key(need.lane()),
                        need.unit().name(),
                        name(need.incoterm()),
                        winner.quote().supplier(),
                        winner.quote().quoteNo(),
                        winner.usd().minor(),
                        comparison.perUnit(winner),
                        comparison.quantity(),
                        comparison.valid().size(),
                        comparison.isCheapest(winner),
                        winner.quote().validUntil(),
                        comparison.history().last().orElse(null),
                        comparison.history().median().orElse(null),
                        reason,
                        by,
                        clock.now().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        for (int position = 0; position < comparison.offers().size(); position++) {
            Comparable offer = comparison.offers().get(position);
            keep(choice, position, comparison, offer, offer.equals(winner));
        }
    }

    private void keep(long choice, int position, Comparison comparison, Comparable offer, boolean chosen) {
        jdbc.sql("""
                        insert into compared_quote (choice_id, position, supplier, quote_no, quote_version, asked_minor,
                          asked_currency, rate, usd_minor, unit_usd, valid, chosen)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        choice,
                        position,
                        offer.quote().supplier(),
                        offer.quote().quoteNo(),
                        offer.quote().version(),
                        offer.asked().minor(),
                        offer.asked().currency().getCurrencyCode(),
                        offer.rate().value(),
                        offer.usd().minor(),
                        comparison.perUnit(offer),
                        comparison.isValid(offer),
                        chosen)
                .update();
        for (Addition addition : offer.additions()) {
            jdbc.sql("""
                            insert into compared_leg (choice_id, position, leg, amount_minor, currency, rate, usd_minor)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            choice,
                            position,
                            addition.leg().name(),
                            addition.amount().minor(),
                            addition.amount().currency().getCurrencyCode(),
                            addition.rate().value(),
                            addition.usd().minor())
                    .update();
        }
    }

    /** The last choice of the project for this kind of purchase. */
    public Optional<Chosen> chosen(ProjectCode project, Purchase purchase) {
        return choices(project, purchase).stream().findFirst();
    }

    /** The last choice of the project for this kind of purchase while its quote is good, where quotes are made. */
    public Optional<Chosen> goodChoice(ProjectCode project, Purchase purchase) {
        return chosen(project, purchase).filter(choice -> !choice.validUntil().isBefore(clock.today(QUOTED_IN)));
    }

    /** How many valid quotes the last choice was made from; none without a choice, or once its quote has expired. */
    public int quotesCompared(ProjectCode project, Purchase purchase) {
        return goodChoice(project, purchase).map(Chosen::quotes).orElse(0);
    }

    /** All choices of the project for this kind of purchase, the last one first. */
    public List<Chosen> choices(ProjectCode project, Purchase purchase) {
        return jdbc.sql("""
                        select choice.*, compared.asked_minor, compared.asked_currency, compared.rate from chosen_quote choice
                          left join compared_quote compared on compared.choice_id = choice.id and compared.chosen
                        where project_code = ? and purchase = ? order by id desc""")
                .params(project.value(), purchase.name())
                .query(QuoteComparisons::chosen)
                .list();
    }

    private static Chosen chosen(ResultSet row, int number) throws SQLException {
        String currency = row.getString("asked_currency");
        Money asked = currency == null
                ? Money.ofMinor(row.getLong("usd_minor"), USD)
                : Money.ofMinor(row.getLong("asked_minor"), currency);
        Money usd = currency == null
                ? asked
                : new Rate(row.getBigDecimal("rate"), asked.currency(), USD).convert(asked, Need.ROUNDING);
        return new Chosen(
                row.getLong("id"),
                row.getString("supplier"),
                row.getString("quote_no"),
                asked,
                usd,
                row.getBigDecimal("unit_usd"),
                Unit.valueOf(row.getString("unit")),
                row.getObject("valid_until", LocalDate.class),
                row.getInt("quotes"),
                history(row));
    }

    /** What a choice was made from, as it was compared then, the cheapest valid one first. */
    public List<Compared> compared(Chosen choice) {
        Map<Integer, List<Addition>> additions = new HashMap<>();
        jdbc.sql("select * from compared_leg where choice_id = ? order by position, leg")
                .param(choice.id())
                .query((row, number) -> additions
                        .computeIfAbsent(row.getInt("position"), position -> new ArrayList<>())
                        .add(addition(row)))
                .list();
        return jdbc.sql("select * from compared_quote where choice_id = ? order by position")
                .param(choice.id())
                .query((row, number) -> compared(row, additions.getOrDefault(row.getInt("position"), List.of())))
                .list();
    }

    private static Compared compared(ResultSet row, List<Addition> additions) throws SQLException {
        Money asked = Money.ofMinor(row.getLong("asked_minor"), row.getString("asked_currency"));
        return new Compared(
                row.getString("supplier"),
                row.getString("quote_no"),
                row.getInt("quote_version"),
                asked,
                new Rate(row.getBigDecimal("rate"), asked.currency(), USD),
                additions,
                Money.ofMinor(row.getLong("usd_minor"), USD),
                row.getBigDecimal("unit_usd"),
                row.getBoolean("valid"),
                row.getBoolean("chosen"));
    }

    private static Addition addition(ResultSet row) throws SQLException {
        Money amount = Money.ofMinor(row.getLong("amount_minor"), row.getString("currency"));
        return new Addition(
                Leg.valueOf(row.getString("leg")),
                amount,
                new Rate(row.getBigDecimal("rate"), amount.currency(), USD),
                Money.ofMinor(row.getLong("usd_minor"), USD));
    }

    private static History history(ResultSet row) throws SQLException {
        return new History(
                Optional.ofNullable(row.getBigDecimal("last_usd")),
                Optional.ofNullable(row.getBigDecimal("median_usd")));
    }

    private static @Nullable String name(@Nullable Incoterm incoterm) {
        return incoterm == null ? null : incoterm.name();
    }

    /** @param supplier empty for all of them */
    private History history(Need need, String supplier) {
        OffsetDateTime since = clock.now().atOffset(ZoneOffset.UTC).minusMonths(HISTORY_MONTHS);
        return jdbc.sql("""
                        select (array_agg(unit_usd order by id desc))[1] as last_usd,
                          (percentile_cont(0.5) within group (order by unit_usd) filter (where chosen_at >= :since))
                            ::numeric(19, 4) as median_usd
                        from chosen_quote where service = :service and lane = :lane and unit = :unit
                          and incoterm is not distinct from :incoterm
                          and (:supplier = '' or lower(supplier) = lower(:supplier))""")
                .param("since", since)
                .param("service", need.service())
                .param("lane", SupplierDetails.key(need.lane()))
                .param("unit", need.unit().name())
                .param("incoterm", name(need.incoterm()), Types.VARCHAR)
                .param("supplier", supplier)
                .query((row, number) -> history(row))
                .single();
    }
}
