package com.lianxing.sourcing;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.sourcing.SupplierResult.ChecksOpen;
import com.lianxing.sourcing.SupplierResult.DuplicateName;
import com.lianxing.sourcing.SupplierResult.SamePerson;
import com.lianxing.sourcing.SupplierResult.Saved;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The suppliers. What one person says of them counts only when another has verified it; each change begins anew. */
@Service
public class Suppliers {

    private static final String SUBJECT = "supplier";
    private static final String COLUMNS =
            "id, name, kind, country, risk_rating, verification, created_by, edited_by, edited_at, verified_by, verified_at";

    private final JdbcClient jdbc;
    private final AuditRecorder audit;
    private final Clock clock;

    Suppliers(JdbcClient jdbc, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Supplier> find(UUID id) {
        return find(id, "");
    }

    /** @throws IllegalArgumentException if there is no such supplier */
    public Supplier require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no supplier " + id));
    }

    /** The one that people would take for it by this name. */
    public Optional<Supplier> named(String name) {
        return findByKey(SupplierDetails.key(name));
    }

    /**
     * By name.
     *
     * @param after name of the last one already read; empty for the beginning
     */
    public List<Supplier> list(String after, int limit) {
        return jdbc.sql("select " + COLUMNS + " from supplier where name_key > ? order by name_key limit ?")
                .params(SupplierDetails.key(after), limit)
                .query(Suppliers::supplier)
                .list();
    }

    /** Adds a supplier, unverified. */
    @Transactional
    public SupplierResult add(SupplierDetails details, String by) {
        Optional<Supplier> sameName = findByName(details);
        if (sameName.isPresent()) {
            return new DuplicateName(sameName.get());
        }
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        Optional<Supplier> added = jdbc.sql("insert into supplier (id, name, name_key, kind, country, risk_rating,"
                        + " created_by, created_at, edited_by, edited_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (name_key) do nothing returning " + COLUMNS)
                .params(
                        UUID.randomUUID(),
                        details.name(),
                        details.nameKey(),
                        details.kind().name(),
                        details.country(),
                        details.riskRating().name(),
                        by,
                        now,
                        by,
                        now)
                .query(Suppliers::supplier)
                .optional();
        if (added.isEmpty()) {
            return new DuplicateName(findByName(details).orElseThrow());
        }
        audit(by, added.get(), "sourcing.supplierAdded");
        return new Saved(added.get());
    }

    /**
     * Changes what stands of a supplier; it is unverified from here on.
     *
     * @throws IllegalArgumentException if there is no such supplier
     */
    @Transactional
    public SupplierResult edit(UUID id, SupplierDetails details, String by) {
        lock(id);
        Optional<Supplier> sameName =
                findByName(details).filter(other -> !other.id().equals(id));
        if (sameName.isPresent()) {
            return new DuplicateName(sameName.get());
        }
        Supplier edited = jdbc.sql("update supplier set name = ?, name_key = ?, kind = ?, country = ?, risk_rating = ?,"
                        + " edited_by = ?, edited_at = ?, verified_by = null, verified_at = null, version = version + 1"
                        + " where id = ? returning " + COLUMNS)
                .params(
                        details.name(),
                        details.nameKey(),
                        details.kind().name(),
                        details.country(),
                        details.riskRating().name(),
                        by,
                        clock.now().atOffset(ZoneOffset.UTC),
                        id)
                .query(Suppliers::supplier)
                .single();
        audit(by, edited, "sourcing.supplierEdited");
        return new Saved(edited);
    }

    /**
     * Adds what somebody found at one point of the checklist; the last finding counts.
     *
     * @throws IllegalArgumentException if there is no such supplier
     */
    @Transactional
    public void check(UUID id, DueDiligence item, boolean passed, String finding, String by) {
        Supplier supplier = lock(id);
        jdbc.sql("""
                        insert into supplier_check (supplier_id, supplier_version, item, passed, finding, checked_by, checked_at)
                        select id, version, ?, ?, ?, ?, ? from supplier where id = ?""")
                .params(item.name(), passed, finding.strip(), by, clock.now().atOffset(ZoneOffset.UTC), id)
                .update();
        audit.record(
                by,
                SUBJECT,
                id.toString(),
                "sourcing.supplierChecked",
                Map.of("name", supplier.name(), "item", item, "passed", passed, "finding", finding.strip()));
    }

    /** What was found last at each point since the supplier was last changed, in the order of the list. */
    public List<SupplierCheck> checks(UUID id) {
        return jdbc
                .sql("""
                        select distinct on (item) item, passed, finding, checked_by, checked_at from supplier_check
                        join supplier on supplier.id = supplier_id and version = supplier_version
                        where supplier_id = ? order by item, supplier_check.id desc""")
                .param(id)
                .query((row, number) -> new SupplierCheck(
                        DueDiligence.valueOf(row.getString("item")),
                        row.getBoolean("passed"),
                        row.getString("finding"),
                        row.getString("checked_by"),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .sorted(Comparator.comparing(SupplierCheck::item))
                .toList();
    }

    private List<DueDiligence> open(UUID id) {
        Set<DueDiligence> open = EnumSet.allOf(DueDiligence.class);
        checks(id).stream()
                .filter(SupplierCheck::passed)
                .map(SupplierCheck::item)
                .forEach(open::remove);
        return List.copyOf(open);
    }

    /**
     * Says that what stands of a supplier is true, by somebody who did not write it, once the whole checklist is passed.
     *
     * @throws IllegalArgumentException if there is no such supplier
     */
    @Transactional
    public SupplierResult verify(UUID id, String by) {
        Supplier supplier = lock(id);
        if (supplier.verification() == Supplier.Verification.VERIFIED) {
            return new Saved(supplier);
        }
        if (by.equals(supplier.createdBy()) || by.equals(supplier.editedBy())) {
            return new SamePerson(supplier);
        }
        List<DueDiligence> open = open(id);
        if (!open.isEmpty()) {
            return new ChecksOpen(supplier, open);
        }
        Supplier verified = jdbc.sql(
                        "update supplier set verified_by = ?, verified_at = ? where id = ? returning " + COLUMNS)
                .params(by, clock.now().atOffset(ZoneOffset.UTC), id)
                .query(Suppliers::supplier)
                .single();
        audit(by, verified, "sourcing.supplierVerified");
        return new Saved(verified);
    }

    /** Those verified before that moment, the oldest verification first. */
    public List<Supplier> verifiedBefore(Instant moment) {
        return jdbc.sql("select " + COLUMNS + " from supplier where verified_at < ? order by verified_at")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(Suppliers::supplier)
                .list();
    }

    /** Whether this verification was asked about before. Locks the supplier, so that it is asked about once. */
    @Transactional
    public boolean wasAskedAbout(Supplier verified) {
        lock(verified.id());
        return jdbc.sql("select exists (select from supplier_reverification join supplier on id = supplier_id"
                        + " where id = ? and supplier_reverification.verified_at = supplier.verified_at)")
                .param(verified.id())
                .query(Boolean.class)
                .single();
    }

    /** @param processInstance in which somebody is asked whether it is still true */
    @Transactional
    public void askAbout(Supplier verified, String processInstance) {
        jdbc.sql("""
                        insert into supplier_reverification (supplier_id, verified_at, process_instance, asked_at)
                        select id, verified_at, ?, ? from supplier where id = ?""")
                .params(processInstance, clock.now().atOffset(ZoneOffset.UTC), verified.id())
                .update();
    }

    /** The supplier that somebody is asked about there. */
    public Optional<Supplier> askedAboutIn(String processInstance) {
        return jdbc.sql("select supplier_id from supplier_reverification where process_instance = ?")
                .param(processInstance)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /**
     * What became of it when it was looked at again.
     *
     * @param stillTrue vouched for anew, by somebody who did not write it; else it is unverified from here on
     * @param note what was looked at
     * @throws IllegalArgumentException if there is no such supplier
     */
    @Transactional
    public void answer(UUID id, boolean stillTrue, String note, String by) {
        lock(id);
        jdbc.sql("update supplier set verified_by = ?, verified_at = ? where id = ?")
                .params(stillTrue ? by : null, stillTrue ? clock.now().atOffset(ZoneOffset.UTC) : null, id)
                .update();
        audit.record(
                by,
                SUBJECT,
                id.toString(),
                stillTrue ? "sourcing.supplierVerified" : "sourcing.supplierUnverified",
                Map.of("name", require(id).name(), "note", note));
    }

    private Supplier lock(UUID id) {
        return find(id, " for update").orElseThrow(() -> new IllegalArgumentException("no supplier " + id));
    }

    private Optional<Supplier> find(UUID id, String locking) {
        return jdbc.sql("select " + COLUMNS + " from supplier where id = ?" + locking)
                .param(id)
                .query(Suppliers::supplier)
                .optional();
    }

    private Optional<Supplier> findByName(SupplierDetails details) {
        return findByKey(details.nameKey());
    }

    private Optional<Supplier> findByKey(String key) {
        return jdbc.sql("select " + COLUMNS + " from supplier where name_key = ?")
                .param(key)
                .query(Suppliers::supplier)
                .optional();
    }

    private void audit(String by, Supplier supplier, String action) {
        audit.record(
                by,
                SUBJECT,
                supplier.id().toString(),
                action,
                Map.of(
                        "name", supplier.name(),
                        "kind", supplier.kind(),
                        "country", supplier.country(),
                        "riskRating", supplier.riskRating(),
                        "verification", supplier.verification()));
    }

    private static Supplier supplier(ResultSet row, int number) throws SQLException {
        return new Supplier(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Supplier.Kind.valueOf(row.getString("kind")),
                row.getString("country"),
                Supplier.RiskRating.valueOf(row.getString("risk_rating")),
                Supplier.Verification.valueOf(row.getString("verification")),
                row.getString("created_by"),
                row.getString("edited_by"),
                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                row.getString("verified_by"),
                instant(row.getObject("verified_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
