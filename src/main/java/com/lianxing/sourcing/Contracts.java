package com.lianxing.sourcing;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.ContractResult.ClausesMissing;
import com.lianxing.sourcing.ContractResult.Fixed;
import com.lianxing.sourcing.ContractResult.SamePerson;
import com.lianxing.sourcing.ContractResult.Saved;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contracts with suppliers: none counts without its clauses and a second person. */
@Service
public class Contracts {

    private static final String SUBJECT = "supplier";
    private static final String SELECT = "select * from supplier_contract where ";

    private final JdbcClient jdbc;
    private final Suppliers suppliers;
    private final AuditRecorder audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Contracts(
            JdbcClient jdbc, Suppliers suppliers, AuditRecorder audit, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.suppliers = suppliers;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** Newest first. */
    public List<Contract> of(UUID supplier) {
        return jdbc.sql(SELECT + "supplier_id = ? order by seq desc")
                .param(supplier)
                .query(Contracts::contract)
                .list();
    }

    /** Those that count now, newest first. */
    public List<Contract> active(UUID supplier) {
        return of(supplier).stream()
                .filter(contract -> contract.state() == Contract.State.ACTIVE)
                .toList();
    }

    /** The one contract that counts with a supplier of that name; empty if there is none, or more than one. */
    public Optional<Contract> onlyActiveWith(String supplierName) {
        List<Contract> active = suppliers
                .named(supplierName)
                .map(supplier -> active(supplier.id()))
                .orElse(List.of());
        return active.size() == 1 ? Optional.of(active.get(0)) : Optional.empty();
    }

    public Optional<Contract> find(UUID id) {
        return find(id, "");
    }

    /**
     * Enters a draft. The same id again is the same draft, whatever it says.
     *
     * @throws IllegalArgumentException if there is no such supplier or project, or the number or the period make no sense
     */
    @Transactional
    public Contract enter(
            UUID id,
            UUID supplier,
            ProjectCode project,
            String number,
            LocalDate starts,
            int everyMonths,
            int noticeDays,
            Clauses clauses,
            String by) {
        suppliers.require(supplier);
        String given = number.strip();
        if (given.isEmpty()
                || given.length() > 80
                || everyMonths < 1
                || everyMonths > 120
                || noticeDays < 0
                || noticeDays > 365) {
            throw new IllegalArgumentException(
                    "contract %s of %d months with %d days of notice".formatted(given, everyMonths, noticeDays));
        }
        int made = jdbc.sql("""
                        insert into supplier_contract (id, supplier_id, project_code, number, starts, every_months, notice_days,
                          scope, service_level, invoice_type, refund, edited_by, edited_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(
                        id,
                        supplier,
                        project.value(),
                        given,
                        starts,
                        everyMonths,
                        noticeDays,
                        clauses.scope(),
                        clauses.serviceLevel(),
                        clauses.invoiceType() == null
                                ? null
                                : clauses.invoiceType().name(),
                        clauses.refund(),
                        by,
                        now())
                .update();
        Contract contract = require(id, "");
        if (made == 1) {
            record(by, contract, "sourcing.contractEntered");
        }
        return contract;
    }

    /** Writes the clauses of a draft anew. */
    @Transactional
    public ContractResult amend(UUID id, Clauses clauses, String by) {
        Contract contract = require(id, " for update");
        if (contract.state() != Contract.State.DRAFT) {
            return new Fixed(contract);
        }
        jdbc.sql(
                        "update supplier_contract set scope = ?, service_level = ?, invoice_type = ?, refund = ?, edited_by = ?,"
                                + " edited_at = ? where id = ?")
                .params(
                        clauses.scope(),
                        clauses.serviceLevel(),
                        clauses.invoiceType() == null
                                ? null
                                : clauses.invoiceType().name(),
                        clauses.refund(),
                        by,
                        now(),
                        id)
                .update();
        return saved(by, id, "sourcing.contractAmended");
    }

    /** Makes a draft count, by somebody who did not write it. Who does so twice finds it done. */
    @Transactional
    public ContractResult activate(UUID id, String by) {
        Contract contract = require(id, " for update");
        if (contract.state() == Contract.State.ACTIVE) {
            return new Saved(contract);
        }
        if (contract.state() == Contract.State.ENDED) {
            return new Fixed(contract);
        }
        List<Clauses.Clause> missing = contract.clauses().missing();
        if (!missing.isEmpty()) {
            return new ClausesMissing(contract, missing);
        }
        if (by.equals(contract.editedBy())) {
            return new SamePerson(contract);
        }
        jdbc.sql("update supplier_contract set activated_by = ?, activated_at = ? where id = ?")
                .params(by, now(), id)
                .update();
        Saved saved = saved(by, id, "sourcing.contractActivated");
        events.publishEvent(new ContractActivated(
                saved.contract(), suppliers.require(contract.supplier()).name()));
        return saved;
    }

    /**
     * Ends it: a draft that came to nothing, or an active one.
     *
     * @param reason why, for the record
     */
    @Transactional
    public ContractResult end(UUID id, String reason, String by) {
        Contract contract = require(id, " for update");
        if (contract.state() == Contract.State.ENDED) {
            return new Fixed(contract);
        }
        jdbc.sql("update supplier_contract set ended_by = ?, ended_at = ?, end_reason = ? where id = ?")
                .params(by, now(), reason.strip(), id)
                .update();
        Saved saved = saved(by, id, "sourcing.contractEnded");
        if (contract.state() == Contract.State.ACTIVE) {
            events.publishEvent(new ContractEnded(saved.contract()));
        }
        return saved;
    }

    private Saved saved(String by, UUID id, String action) {
        Contract contract = require(id, "");
        record(by, contract, action);
        return new Saved(contract);
    }

    private void record(String by, Contract contract, String action) {
        Clauses clauses = contract.clauses();
        audit.record(
                by,
                SUBJECT,
                contract.supplier().toString(),
                action,
                Map.of(
                        "contract", contract.id(),
                        "number", contract.number(),
                        "scope", clauses.scope(),
                        "serviceLevel", clauses.serviceLevel(),
                        "invoiceType", clauses.invoiceType() == null ? "" : clauses.invoiceType(),
                        "refund", clauses.refund(),
                        "endReason", contract.endReason() == null ? "" : contract.endReason()));
    }

    private Optional<Contract> find(UUID id, String locking) {
        return jdbc.sql(SELECT + "id = ?" + locking)
                .param(id)
                .query(Contracts::contract)
                .optional();
    }

    private Contract require(UUID id, String locking) {
        return find(id, locking).orElseThrow(() -> new IllegalArgumentException("no contract " + id));
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static Contract contract(ResultSet row, int number) throws SQLException {
        String invoice = row.getString("invoice_type");
        return new Contract(
                row.getObject("id", UUID.class),
                row.getObject("supplier_id", UUID.class),
                new ProjectCode(row.getString("project_code")),
                row.getString("number"),
                row.getObject("starts", LocalDate.class),
                row.getInt("every_months"),
                row.getInt("notice_days"),
                new Clauses(
                        row.getString("scope"),
                        row.getString("service_level"),
                        invoice == null ? null : InvoiceType.valueOf(invoice),
                        row.getString("refund")),
                row.getString("edited_by"),
                row.getString("activated_by"),
                instant(row.getObject("activated_at", OffsetDateTime.class)),
                row.getString("ended_by"),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getString("end_reason"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
