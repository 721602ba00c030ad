package com.lianxing.ledger;

import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.project.ProjectCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's rows. Every method that locks keeps the order: project, budget lines by name, holds. */
@Repository
class LedgerRows {

    private static final String ENTRY_COLUMNS = """
            id, project_code, line, type, usd_minor, settled_minor, excess_minor, flagged, orig_minor, orig_currency, \
            rate, hold_id, reverses, invoice_no, approval_id, requested_by, approved_by, posted_by, memo, at""";

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One writer per project. NO KEY: rows that merely refer to the project are still added meanwhile.
     *
     * @throws IllegalArgumentException if there is no such project
     */
    void lockProject(ProjectCode code) {
        boolean found = jdbc.sql("select code from project where code = :code for no key update")
                .param("code", code.value())
                .query(String.class)
                .optional()
                .isPresent();
        if (!found) {
            throw new IllegalArgumentException("no project " + code);
        }
    }

    /** The lines that exist, locked until the transaction ends. */
    Map<BudgetLine, Balance> lockLines(ProjectCode code, Collection<BudgetLine> lines) {
        Map<BudgetLine, Balance> balances = new EnumMap<>(BudgetLine.class);
        jdbc.sql("""
                        select line, limit_minor, held_minor, spent_minor from budget_line
                        where project_code = :code and line in (:lines) order by line for update""")
                .param("code", code.value())
                .param("lines", lines.stream().map(Enum::name).toList())
                .query((row, n) -> balances.put(
                        BudgetLine.valueOf(row.getString("line")),
                        new Balance(
                                dollars(row, "limit_minor"), dollars(row, "held_minor"), dollars(row, "spent_minor"))))
                .list();
        return balances;
    }

    Optional<Balance> lockLine(ProjectCode code, BudgetLine line) {
        return Optional.ofNullable(lockLines(code, List.of(line)).get(line));
    }

    void createLine(ProjectCode code, BudgetLine line) {
        jdbc.sql("insert into budget_line (project_code, line) values (:code, :line)")
                .param("code", code.value())
                .param("line", line.name())
                .update();
    }

    void save(ProjectCode code, BudgetLine line, Balance balance) {
        jdbc.sql("""
                        update budget_line set limit_minor = :limit, held_minor = :held, spent_minor = :spent,
                               excess_minor = :excess
                        where project_code = :code and line = :line""")
                .param("code", code.value())
                .param("line", line.name())
                .param("limit", balance.limit().minor())
                .param("held", balance.held().minor())
                .param("spent", balance.spent().minor())
                .param("excess", balance.excess().minor())
                .update();
    }

    /** The version of the project's budget, 0 if it has none. */
    int budgetVersion(ProjectCode code) {
        return jdbc.sql("select coalesce(max(version), 0) from budget_version where project_code = :code")
                .param("code", code.value())
                .query(Integer.class)
                .single();
    }

    record Version(int number, String contentHash) {}

    Optional<Version> versionOf(String eventId) {
        return jdbc.sql("select version, content_hash from budget_version where event_id = :id")
                .param("id", eventId)
                .query((row, n) -> new Version(row.getInt("version"), row.getString("content_hash")))
                .optional();
    }

    void append(ProjectCode code, int version, String eventId, Mandate mandate, Instant at, String contentHash) {
        Mandate.Approval approval = Objects.requireNonNull(mandate.approval(), "approval");
        jdbc.sql("""
                        insert into budget_version (project_code, version, event_id, approval_id, requested_by,
                               approved_by, posted_by, content_hash, at)
                        values (:code, :version, :event, :approval, :requested, :approved, :posted, :hash, :at)""")
                .param("code", code.value())
                .param("version", version)
                .param("event", eventId)
                .param("approval", approval.id())
                .param("requested", mandate.requestedBy())
                .param("approved", approval.approvedBy())
                .param("posted", mandate.postedBy())
                .param("hash", contentHash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void markLine(ProjectCode code, BudgetLine line, int version) {
        jdbc.sql("update budget_line set version = :version where project_code = :code and line = :line")
                .param("code", code.value())
                .param("line", line.name())
                .param("version", version)
                .update();
    }

    void insert(Hold hold) {
        jdbc.sql("insert into hold (hold_id, project_code, line, usd_minor) values (:id, :code, :line, :usd)")
                .param("id", hold.id())
                .param("code", hold.code().value())
                .param("line", hold.line().name())
                .param("usd", hold.usd().minor())
                .update();
    }

    void save(Hold hold) {
        jdbc.sql("""
                        update hold set usd_minor = :usd, settled_minor = :settled, released_minor = :released
                        where hold_id = :id""")
                .param("id", hold.id())
                .param("usd", hold.usd().minor())
                .param("settled", hold.settled().minor())
                .param("released", hold.released().minor())
                .update();
    }

    Optional<Hold> hold(String holdId) {
        return jdbc.sql("select * from hold where hold_id = :id")
                .param("id", holdId)
                .query((row, n) -> readHold(row))
                .optional();
    }

    List<Hold> openHolds(ProjectCode code) {
        return jdbc.sql("select * from hold where project_code = :code and status = 'OPEN' order by hold_id")
                .param("code", code.value())
                .query((row, n) -> readHold(row))
                .list();
    }

    Optional<String> contentHash(String entryId) {
        return jdbc.sql("select content_hash from ledger_entry where id = :id")
                .param("id", entryId)
                .query(String.class)
                .optional();
    }

    Optional<LedgerEntry> entry(String id) {
        return jdbc.sql("select " + ENTRY_COLUMNS + " from ledger_entry where id = :id")
                .param("id", id)
                .query((row, n) -> readEntry(row))
                .optional();
    }

    Optional<String> reversalOf(String actualId) {
        return jdbc.sql("select id from ledger_entry where reverses = :id")
                .param("id", actualId)
                .query(String.class)
                .optional();
    }

    List<LedgerEntry> entries(ProjectCode code) {
        return jdbc.sql("select " + ENTRY_COLUMNS + " from ledger_entry where project_code = :code order by seq")
                .param("code", code.value())
                .query((row, n) -> readEntry(row))
                .list();
    }

    void append(LedgerEntry entry, String contentHash) {
        Mandate.@Nullable Approval approval = entry.mandate().approval();
        jdbc.sql("insert into ledger_entry (" + ENTRY_COLUMNS + ", content_hash) values (" + """
                        :id, :code, :line, :type, :usd, :settled, :excess, :flagged, :orig, :currency, :rate, :hold, \
                        :reverses, :invoice, :approval, :requested, :approved, :posted, :memo, :at, :hash)""")
                .param("id", entry.id())
                .param("code", entry.code().value())
                .param("line", entry.line().name())
                .param("type", entry.type().name())
                .param("usd", entry.usd().minor())
                .param("settled", entry.settled().minor())
                .param("excess", entry.excess().minor())
                .param("flagged", entry.flagged())
                .param("orig", entry.original().minor())
                .param("currency", entry.original().currency().getCurrencyCode())
                .param("rate", entry.rate().value())
                .param("hold", entry.holdId())
                .param("reverses", entry.reverses())
                .param("invoice", entry.invoiceNo())
                .param("approval", approval == null ? null : approval.id())
                .param("requested", entry.mandate().requestedBy())
                .param("approved", approval == null ? null : approval.approvedBy())
                .param("posted", entry.mandate().postedBy())
                .param("memo", entry.memo())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("hash", contentHash)
                .update();
    }

    /** The lines of each of these projects; a project without any is left out. */
    Map<ProjectCode, List<LinePosition>> positions(Collection<ProjectCode> codes) {
        Map<ProjectCode, List<LinePosition>> positions = new HashMap<>();
        jdbc.sql("select * from budget_line where project_code = any(:codes)")
                .param("codes", codes.stream().map(ProjectCode::value).toArray(String[]::new))
                .query(row -> {
                    positions
                            .computeIfAbsent(new ProjectCode(row.getString("project_code")), code -> new ArrayList<>())
                            .add(new LinePosition(
                                    BudgetLine.valueOf(row.getString("line")),
                                    dollars(row, "limit_minor"),
                                    dollars(row, "held_minor"),
                                    dollars(row, "spent_minor"),
                                    dollars(row, "excess_minor")));
                });
        return positions;
    }

    private static Hold readHold(ResultSet row) throws SQLException {
        return new Hold(
                row.getString("hold_id"),
                new ProjectCode(row.getString("project_code")),
                BudgetLine.valueOf(row.getString("line")),
                dollars(row, "usd_minor"),
                dollars(row, "settled_minor"),
                dollars(row, "released_minor"));
    }

    private static LedgerEntry readEntry(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("orig_currency"));
        String approvalId = row.getString("approval_id");
        return new LedgerEntry(
                row.getString("id"),
                new ProjectCode(row.getString("project_code")),
                BudgetLine.valueOf(row.getString("line")),
                EntryType.valueOf(row.getString("type")),
                dollars(row, "usd_minor"),
                dollars(row, "settled_minor"),
                dollars(row, "excess_minor"),
                row.getBoolean("flagged"),
                Money.ofMinor(row.getLong("orig_minor"), currency),
                new Rate(row.getBigDecimal("rate"), currency, Charge.USD),
                row.getString("hold_id"),
                row.getString("reverses"),
                row.getString("invoice_no"),
                new Mandate(
                        row.getString("requested_by"),
                        row.getString("posted_by"),
                        approvalId == null ? null : new Mandate.Approval(approvalId, row.getString("approved_by"))),
                row.getString("memo"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Money dollars(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(row.getLong(column), Charge.USD);
    }
}
