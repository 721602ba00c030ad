package com.lianxing.reference;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks values up by the day they are for, and takes in new ones, which a second person confirms. */
@Service
public class ReferenceValues {

    private static final String SUBJECT = "reference-value";
    private static final String SELECT = """
            select id, key, scope, value, text_value, unit, currency, effective_from, effective_to, source_url,
              supersedes, entered_by, confirmed_by, status
            from reference_value""";

    /** Who takes over the days of another was entered later, so of several that hold a day the last one counts. */
    private static final String HOLDING_DAY =
            " where key = ? and scope = ? and effective_from <= ? and (effective_to is null or effective_to >= ?)";

    private final JdbcClient jdbc;
    private final AuditRecorder audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferenceValues(JdbcClient jdbc, AuditRecorder audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The value of that day: the confirmed one if there is one, else a provisional one. A value not yet confirmed never
     * takes the place of one that is.
     *
     * @param on the day in the zone that the value's source counts in
     */
    public Optional<ReferenceValue> find(String key, String scope, LocalDate on) {
        return jdbc.sql(SELECT + HOLDING_DAY + " order by status = 'CONFIRMED' desc, id desc limit 1")
                .params(key, scope, on, on)
                .query(ReferenceValues::value)
                .optional();
    }

    /** The value of that day that two people vouch for. Only this may decide about money. */
    public Optional<ReferenceValue> findConfirmed(String key, String scope, LocalDate on) {
        return find(key, scope, on).filter(value -> value.status() == ReferenceValue.Status.CONFIRMED);
    }

    /** Of each scope of a key the last value entered; a confirmed one before any that is not. */
    public List<ReferenceValue> newest(String key) {
        return jdbc.sql("select distinct on (scope) * from (" + SELECT + " where key = ?) value_of_key"
                        + " order by scope, status = 'CONFIRMED' desc, id desc")
                .param(key)
                .query(ReferenceValues::value)
                .list();
    }

    public Optional<ReferenceValue> find(long id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(ReferenceValues::value)
                .optional();
    }

    /**
     * All values in the order they were entered.
     *
     * @param after id of the last one already read; 0 for the beginning
     */
    public List<ReferenceValue> list(long after, int limit) {
        return jdbc.sql(SELECT + " where id > ? order by id limit ?")
                .params(after, limit)
                .query(ReferenceValues::value)
                .list();
    }

    /** Everything ever entered of a key and scope, oldest first. */
    public List<ReferenceValue> history(String key, String scope) {
        return jdbc.sql(SELECT + " where key = ? and scope = ? order by id")
                .params(key, scope)
                .query(ReferenceValues::value)
                .list();
    }

    /**
     * Takes in a value, provisional until a second person confirms it.
     *
     * @param by id of the person who enters it
     */
    @Transactional
    public EntryResult enter(NewReferenceValue entered, String by) {
        // Two people entering the same key at once: the second sees what the first entered.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("reference-value/" + entered.key() + "/" + entered.scope())
                .query(row -> {});
        List<ReferenceValue> history = history(entered.key(), entered.scope());
        Optional<ReferenceValue> overlapping = overlapping(entered, history);
        if (overlapping.isPresent()) {
            return new EntryResult.Overlaps(overlapping.get());
        }
        ReferenceValue value = insert(entered, by);
        audit(by, "reference.entered", value);
        events.publishEvent(new ReferenceChanged(value.key()));
        return new EntryResult.Entered(value);
    }

    /**
     * Confirms a value that somebody else entered.
     *
     * @throws IllegalArgumentException if there is no such value
     */
    @Transactional
    public Confirmation confirm(long id, String by) {
        ReferenceValue value = jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(ReferenceValues::value)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no reference value " + id));
        if (value.status() == ReferenceValue.Status.CONFIRMED) {
            return new Confirmation.Confirmed(value);
        }
        if (value.enteredBy().equals(by)) {
            return new Confirmation.SamePerson(value);
        }
        jdbc.sql("update reference_value set confirmed_by = ?, confirmed_at = ? where id = ?")
                .params(by, clock.now().atOffset(ZoneOffset.UTC), id)
                .update();
        ReferenceValue confirmed = find(id).orElseThrow();
        audit(by, "reference.confirmed", confirmed);
        events.publishEvent(new ReferenceChanged(confirmed.key()));
        return new Confirmation.Confirmed(confirmed);
    }

    /** The first value that holds some of the days and is neither superseded by the new one nor by what that one is. */
    private static Optional<ReferenceValue> overlapping(NewReferenceValue entered, List<ReferenceValue> history) {
        Map<Long, ReferenceValue> byId = new HashMap<>();
        history.forEach(value -> byId.put(value.id(), value));
        Set<Long> superseded = new HashSet<>();
        Long next = entered.supersedes();
        while (next != null) {
            ReferenceValue value = byId.get(next);
            if (value == null) {
                throw new IllegalArgumentException("reference value %d is none of %s, %s and cannot be superseded"
                        .formatted(next, entered.key(), entered.scope()));
            }
            superseded.add(next);
            next = value.supersedes();
        }
        return history.stream()
                .filter(value -> !superseded.contains(value.id()))
                .filter(value -> overlap(value, entered))
                .findFirst();
    }

    private static boolean overlap(ReferenceValue value, NewReferenceValue entered) {
        LocalDate end = value.effectiveTo();
        LocalDate newEnd = entered.effectiveTo();
        return (end == null || !end.isBefore(entered.effectiveFrom()))
                && (newEnd == null || !newEnd.isBefore(value.effectiveFrom()));
    }

    private ReferenceValue insert(NewReferenceValue entered, String by) {
        Currency currency = entered.currency();
        return jdbc.sql("""
                        insert into reference_value (key, scope, value, text_value, unit, currency, effective_from,
                          effective_to, source_url, supersedes, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        returning id, key, scope, value, text_value, unit, currency, effective_from, effective_to,
                          source_url, supersedes, entered_by, confirmed_by, status""")
                .param(entered.key())
                .param(entered.scope())
                .param(entered.value())
                .param(entered.textValue())
                .param(entered.unit())
                .param(currency == null ? null : currency.getCurrencyCode())
                .param(entered.effectiveFrom())
                .param(entered.effectiveTo())
                .param(entered.sourceUrl())
                .param(entered.supersedes())
                .param(by)
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .query(ReferenceValues::value)
                .single();
    }

    private void audit(String by, String action, ReferenceValue value) {
        Map<String, @Nullable Object> entered = new HashMap<>();
        entered.put("id", value.id());
        entered.put("value", value.value());
        entered.put("textValue", value.textValue());
        entered.put("unit", value.unit());
        Currency currency = value.currency();
        entered.put("currency", currency == null ? null : currency.getCurrencyCode());
        entered.put("effectiveFrom", value.effectiveFrom());
        entered.put("effectiveTo", value.effectiveTo());
        entered.put("sourceUrl", value.sourceUrl());
        entered.put("supersedes", value.supersedes());
        audit.record(by, SUBJECT, value.key() + " " + value.scope(), action, entered);
    }

    private static ReferenceValue value(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new ReferenceValue(
                row.getLong("id"),
                row.getString("key"),
                row.getString("scope"),
                row.getBigDecimal("value"),
                row.getString("text_value"),
                row.getString("unit"),
                currency == null ? null : Currency.getInstance(currency),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getString("source_url"),
                row.getObject("supersedes", Long.class),
                row.getString("entered_by"),
                row.getString("confirmed_by"),
                ReferenceValue.Status.valueOf(row.getString("status")));
    }
}
