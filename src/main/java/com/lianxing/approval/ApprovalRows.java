package com.lianxing.approval;

import com.lianxing.access.Role;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.transaction.TransactionMemory;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests, their steps and decisions, as stored. */
@Repository
class ApprovalRows {

    private static final String REQUEST = """
            select r.*,
                array(select l.line || ' ' || l.usd_minor from approval_line l where l.request_id = r.id) lines,
                array(select e.line || ' ' || e.usd_minor from approval_excess e where e.request_id = r.id) excesses
            from approval_request r where""";

    private final JdbcClient jdbc;
    private final Projects projects;

    /** As they are while this transaction has their project locked. */
    private final TransactionMemory<String, ApprovalRequest> requests = new TransactionMemory<>();

    private final TransactionMemory<String, List<ApprovalStep>> chains = new TransactionMemory<>();

    ApprovalRows(JdbcClient jdbc, Projects projects) {
        this.jdbc = jdbc;
        this.projects = projects;
    }

    Optional<String> contentHash(String id) {
        return jdbc.sql("select content_hash from approval_request where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** @return false if there is one with this id */
    boolean insert(NewRequest wanted, @Nullable Rate rate, @Nullable String source, String hash, Instant now) {
        Money usd = rate == null ? null : ApprovalRequest.dollars(wanted.original(), rate);
        boolean isNew = jdbc.sql("""
                        insert into approval_request (id, project_code, type, line, orig_minor, orig_currency, rate, \
                        rate_source, usd_minor, requested_by, requested_at, vendor_id, external, quotes, reason, \
                        need_by_local, need_by_zone, need_by_kind, need_by_at, actual_id, excess_minor, content_hash)
                        values (:id, :code, :type, :line, :orig, :currency, :rate, :source, :usd, :by, :at, :vendor, \
                        :external, :quotes, :reason, :local, :zone, :kind, :needBy, :actual, :excess, :hash)
                        on conflict (id) do nothing""")
                        .param("id", wanted.requestId())
                        .param("code", wanted.code().value())
                        .param("type", wanted.type().name())
                        .param(
                                "line",
                                wanted.line() == null ? null : wanted.line().name())
                        .param("orig", wanted.original().minor())
                        .param("currency", wanted.original().currency().getCurrencyCode())
                        .param("rate", rate == null ? null : rate.value())
                        .param("source", source)
                        .param("usd", usd == null ? null : usd.minor())
                        .param("by", wanted.requestedBy())
                        .param("at", utc(now))
                        .param("vendor", wanted.vendorId())
                        .param("external", wanted.external())
                        .param("quotes", wanted.quotes())
                        .param("reason", wanted.reason())
                        .param("local", wanted.needBy().local())
                        .param("zone", wanted.needBy().zone().getId())
                        .param("kind", wanted.needBy().kind().name())
                        .param("needBy", utc(wanted.needBy().instant()))
                        .param("actual", wanted.actualId())
                        .param(
                                "excess",
                                wanted.excesses().isEmpty()
                                        ? null
                                        : wanted.excesses().stream()
                                                .mapToLong(
                                                        excess -> excess.usd().minor())
                                                .sum())
                        .param("hash", hash)
                        .update()
                == 1;
        if (!isNew) {
            return false;
        }
        insert("approval_line", wanted.requestId(), wanted.lines());
        insert("approval_excess", wanted.requestId(), wanted.excesses());
        return true;
    }

    private void insert(String table, String id, List<LineAmount> amounts) {
        amounts.forEach(amount -> jdbc.sql("insert into " + table + " (request_id, line, usd_minor) values (?, ?, ?)")
                .params(id, amount.line().name(), amount.usd().minor())
                .update());
    }

    Optional<ApprovalRequest> find(String id) {
        return requests.recall(id)
                .or(() -> jdbc.sql(REQUEST + " r.id = ?")
                        .param(id)
                        .query(ApprovalRows::request)
                        .optional()
                        .map(this::rememberIfLocked));
    }

    Optional<ApprovalRequest> ofInstance(String processInstanceId) {
        return jdbc.sql(REQUEST + " r.process_instance_id = ?")
                .param(processInstanceId)
                .query(ApprovalRows::request)
                .optional()
                .map(this::rememberIfLocked);
    }

    private ApprovalRequest rememberIfLocked(ApprovalRequest request) {
        return projects.isLocked(request.code()) ? requests.remember(request.id(), request) : request;
    }

    void raise(String requestId, String holdId) {
        jdbc.sql("insert into approval_raise (request_id, hold_id) values (?, ?) on conflict do nothing")
                .params(requestId, holdId)
                .update();
    }

    /** The hold that the request makes larger; empty if it makes one of its own. */
    Optional<String> raised(String requestId) {
        return jdbc.sql("select hold_id from approval_raise where request_id = ?")
                .param(requestId)
                .query(String.class)
                .optional();
    }

    List<ApprovalRequest> openOf(ProjectCode code) {
        return jdbc.sql(REQUEST + " r.project_code = ? and r.outcome is null order by r.seq")
                .param(code.value())
                .query(ApprovalRows::request)
                .list();
    }

    /** Newest first. */
    List<ApprovalRequest> of(ProjectCode code) {
        return jdbc.sql(REQUEST + " r.project_code = ? order by r.seq desc")
                .param(code.value())
                .query(ApprovalRows::request)
                .list();
    }

    Money vendorTotal(UUID vendor, Instant since) {
        Long minor = jdbc.sql("""
                        select coalesce(sum(usd_minor), 0) from approval_request
                        where vendor_id = ? and requested_at > ? and usd_minor > 0 and type <> 'PAYMENT'
                          and (outcome is null or outcome = 'APPROVED')""").params(vendor, utc(since)).query(Long.class).single();
        return Money.ofMinor(minor, Charge.USD);
    }

    /** Who approved purchases of more than so much on the same line, from the same vendor if both name one. */
    Set<String> purchaseApprovers(ApprovalRequest payment, Money above) {
        return Set.copyOf(jdbc.sql("""
                        select decided_by from approval_decision join approval_request on id = request_id
                        where project_code = :code and line = :line and type in ('COMMITMENT', 'OVERRUN')
                          and outcome = 'APPROVED' and usd_minor > :above
                          and (vendor_id is null or :vendor::uuid is null or vendor_id = :vendor::uuid)""")
                .param("code", payment.code().value())
                .param("line", payment.line() == null ? null : payment.line().name())
                .param("above", above.minor())
                .param("vendor", payment.vendorId())
                .query(String.class)
                .list());
    }

    /** Of each request for the vendor since then that was approved, the latest first, its project. */
    List<ProjectCode> projectsOf(UUID vendor, Instant since) {
        return jdbc.sql("""
                        select project_code from approval_request
                        where vendor_id = ? and requested_at >= ? and outcome = 'APPROVED' order by seq desc""")
                .params(vendor, utc(since))
                .query((row, number) -> new ProjectCode(row.getString(1)))
                .list();
    }

    void saveCheck(String id, FundsCheck check, String processInstanceId) {
        jdbc.sql("""
                        update approval_request set process_instance_id = :instance, checked_as = :type,
                            shortfall_minor = :shortfall, compared_minor = :compared where id = :id""")
                .param("instance", processInstanceId)
                .param("type", check.type().name())
                .param("shortfall", check.shortfall().minor())
                .param(
                        "compared",
                        check.compared() == null ? null : check.compared().minor())
                .param("id", id)
                .update();
        requests.forget(id);
    }

    void saveRoute(ApprovalRequest request, Route route, int level, List<Chain.Asked> chain) {
        jdbc.sql("update approval_request set route = ?, level = ? where id = ?")
                .params(route.name(), level, request.id())
                .update();
        for (int position = 0; position < chain.size(); position++) {
            jdbc.sql("""
                            insert into approval_step (request_id, position, role, person, requested_by)
                            values (:id, :position, :role, :person, :by)""")
                    .param("id", request.id())
                    .param("position", position)
                    .param("role", chain.get(position).role().id())
                    .param("person", chain.get(position).person())
                    .param("by", request.requestedBy())
                    .update();
        }
        requests.forget(request.id());
        chains.forget(request.id());
    }

    void saveStep(String id, int position, Chain.Asked asked) {
        jdbc.sql("update approval_step set role = ?, person = ? where request_id = ? and position = ?")
                .params(asked.role().id(), asked.person(), id, position)
                .update();
        chains.forget(id);
    }

    List<ApprovalStep> steps(String id) {
        return chains.recall(id).orElseGet(() -> {
            List<ApprovalStep> chain =
                    jdbc.sql("""
                            select s.position, s.role, s.person, d.role decided_role, d.decided_by, d.verdict, d.comment,
                                d.at, d.zone, d.shown_hash
                            from approval_step s left join approval_decision d using (request_id, position)
                            where s.request_id = ? order by s.position""").param(id).query(ApprovalRows::step).list();
            // What is remembered of the request was read under the lock.
            return requests.recall(id).isPresent() ? chains.remember(id, chain) : chain;
        });
    }

    void insert(ApprovalRequest request, Decision decision) {
        jdbc.sql("""
                        insert into approval_decision (request_id, position, requested_by, decided_by, role, verdict,
                            comment, at, zone, shown_hash)
                        values (:id, :position, :asked, :by, :role, :verdict, :comment, :at, :zone, :shown)""")
                .param("id", request.id())
                .param("position", decision.position())
                .param("asked", request.requestedBy())
                .param("by", decision.decidedBy())
                .param("role", decision.role().id())
                .param("verdict", decision.verdict().name())
                .param("comment", decision.comment())
                .param("at", utc(decision.at()))
                .param("zone", decision.zone().getId())
                .param("shown", decision.shownHash())
                .update();
        chains.forget(request.id());
    }

    void close(String id, Outcome outcome, Instant now) {
        jdbc.sql("update approval_request set outcome = ?, closed_at = ? where id = ?")
                .params(outcome.name(), utc(now), id)
                .update();
        requests.forget(id);
    }

    /** Each a line and its cents. */
    private static List<LineAmount> amounts(Array lines) throws SQLException {
        return Arrays.stream((String[]) lines.getArray())
                .map(line -> line.split(" "))
                .map(parts -> new LineAmount(BudgetLine.valueOf(parts[0]), dollars(Long.parseLong(parts[1]))))
                .sorted(Comparator.comparing(LineAmount::line))
                .toList();
    }

    private static ApprovalRequest request(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("orig_currency"));
        BigDecimal rate = row.getBigDecimal("rate");
        String line = row.getString("line");
        String outcome = row.getString("outcome");
        return new ApprovalRequest(
                row.getString("id"),
                new ProjectCode(row.getString("project_code")),
                RequestType.valueOf(row.getString("type")),
                line == null ? null : BudgetLine.valueOf(line),
                Money.ofMinor(row.getLong("orig_minor"), currency),
                rate == null ? null : new Rate(rate, currency, Charge.USD),
                row.getString("rate_source"),
                dollars(row, "usd_minor"),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                row.getObject("vendor_id", UUID.class),
                row.getBoolean("external"),
                row.getInt("quotes"),
                row.getString("reason"),
                new Deadline(
                        row.getObject("need_by_local", LocalDateTime.class),
                        ZoneId.of(row.getString("need_by_zone")),
                        DeadlineKind.valueOf(row.getString("need_by_kind"))),
                amounts(row.getArray("lines")),
                row.getString("actual_id"),
                amounts(row.getArray("excesses")),
                routing(row),
                outcome == null ? null : Outcome.valueOf(outcome));
    }

    private static @Nullable Routing routing(ResultSet row) throws SQLException {
        String checkedAs = row.getString("checked_as");
        if (checkedAs == null) {
            return null;
        }
        String route = row.getString("route");
        return new Routing(
                RequestType.valueOf(checkedAs),
                dollars(row.getLong("shortfall_minor")),
                dollars(row, "compared_minor"),
                route == null ? null : Route.valueOf(route),
                row.getObject("level", Integer.class));
    }

    private static ApprovalStep step(ResultSet row, int number) throws SQLException {
        int position = row.getInt("position");
        String by = row.getString("decided_by");
        Decision decision = by == null
                ? null
                : new Decision(
                        position,
                        role(row.getString("decided_role")),
                        by,
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("comment"),
                        instant(row, "at"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("shown_hash"));
        return new ApprovalStep(position, role(row.getString("role")), row.getString("person"), decision);
    }

    private static Role role(String id) {
        return Role.of(id).orElseThrow(() -> new IllegalStateException("no role " + id));
    }

    private static @Nullable Money dollars(ResultSet row, String column) throws SQLException {
        Long minor = row.getObject(column, Long.class);
        return minor == null ? null : dollars(minor);
    }

    private static Money dollars(long minor) {
        return Money.ofMinor(minor, Charge.USD);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
