package com.lianxing.ledger;

import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.ledger.LedgerDatabase.approved;
import static com.lianxing.ledger.LedgerDatabase.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.TestDatabase;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database refuses to somebody who goes round the ledger: the application's own role, and the owner. */
class LedgerTamperingTest {

    /** Or for want of a right; not by a slip in the statement. */
    private static final ThrowingConsumer<Throwable> BY_A_RULE = thrown -> assertThat(thrown)
            .isInstanceOfSatisfying(
                    PSQLException.class, e -> assertThat(e.getSQLState()).matches("23\\d{3}|42501"));

    private final LedgerDatabase database = LedgerDatabase.asApplication();
    private ProjectCode code = new ProjectCode("FBA-US-1999-001");

    /** Of 1000.00: 600.00 held under hold 1, of which 200.00 are settled by an invoice of 200.00. */
    @BeforeEach
    void aProjectAtWork() {
        code = database.projectWithFreight("1000.00");
        database.inTransaction(() -> database.ledger.hold(new HoldRequest(
                code + ":1", code, FREIGHT, Charge.inDollars(usd("600.00")), approved(), "ocean freight")));
        database.inTransaction(() -> database.ledger.spend(new ActualRequest(
                code + ":inv",
                code,
                FREIGHT,
                code + ":1",
                Charge.inDollars(usd("200.00")),
                "INV",
                Mandate.of("finance"),
                "")));
    }

    static Stream<Arguments> changesToTheRecord() {
        return Stream.of(TestDatabase.APP, TestDatabase.OWNER)
                .flatMap(role -> Stream.of(
                                "update ledger_entry set usd_minor = 1 where project_code = :code",
                                "update ledger_entry set memo = 'x' where project_code = :code",
                                "delete from ledger_entry where project_code = :code",
                                "truncate ledger_entry",
                                "truncate ledger_entry cascade",
                                "update budget_version set approved_by = 'cfo' where project_code = :code",
                                "delete from budget_version where project_code = :code",
                                "truncate budget_version",
                                "delete from budget_line where project_code = :code",
                                "truncate budget_line cascade",
                                "update budget_line set line = 'DUTY' where project_code = :code",
                                "delete from hold where project_code = :code",
                                "truncate hold cascade",
                                "update hold set line = 'DUTY' where project_code = :code",
                                "update hold set hold_id = 'other' where project_code = :code")
                        .map(sql -> Arguments.of(role, sql)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void changesToTheRecord(String role, String sql) {
        refused(role, sql);
    }

    static Stream<String> statesThatCannotBe() {
        return Stream.of(
                // More taken than there is.
                "update budget_line set held_minor = held_minor + 40001 where project_code = :code",
                "update budget_line set limit_minor = 59999 where project_code = :code",
                "update budget_line set spent_minor = 60001 where project_code = :code",
                // Room made by an excess that nobody spent.
                "update budget_line set held_minor = held_minor + 40001, excess_minor = 1 where project_code = :code",
                "update budget_line set limit_minor = 59999, excess_minor = 1 where project_code = :code",
                "update budget_line set held_minor = held_minor + 50000, excess_minor = 10000, spent_minor = 20001"
                        + " where project_code = :code",
                // An excess that is none.
                "update budget_line set excess_minor = 1, spent_minor = 20001 where project_code = :code",
                "update budget_line set held_minor = -1 where project_code = :code",
                "update budget_line set spent_minor = -1 where project_code = :code",
                "update budget_line set limit_minor = -1 where project_code = :code",
                "update budget_line set excess_minor = -1 where project_code = :code",
                "insert into budget_line (project_code, line, held_minor, excess_minor) values (:code, 'DUTY', 5, 5)",
                "insert into budget_line (project_code, line) values ('FBA-US-1999-999', 'DUTY')",
                // A hold used up twice.
                "update hold set released_minor = 40001 where project_code = :code",
                "update hold set settled_minor = 60001 where project_code = :code",
                "update hold set usd_minor = 19999 where project_code = :code",
                "insert into hold (hold_id, project_code, line, usd_minor) values (:code, :code, 'LOSS', 1)");
    }

    @ParameterizedTest
    @MethodSource
    void statesThatCannotBe(String sql) {
        refused(TestDatabase.APP, sql);
        refused(TestDatabase.OWNER, sql);
    }

    static Stream<Map<String, String>> entriesThatCannotBe() {
        return Stream.of(
                Map.of("approval_id", "'a'", "approved_by", "'pm'"),
                Map.of("approval_id", "'a'"),
                Map.of("approved_by", "'cfo'"),
                Map.of("type", "'BUDGET_CHANGED'", "settled_minor", "0", "flagged", "false"),
                Map.of("usd_minor", "-5", "settled_minor", "-5"),
                Map.of("usd_minor", "0", "settled_minor", "0"),
                Map.of("settled_minor", "6"),
                Map.of("settled_minor", "4"),
                Map.of("flagged", "true"),
                Map.of("excess_minor", "1"),
                Map.of("settled_minor", "4", "flagged", "true", "excess_minor", "2"),
                Map.of("settled_minor", "5", "hold_id", "null"),
                Map.of("hold_id", "'unknown'"),
                Map.of("type", "'COMMIT'", "settled_minor", "0"),
                Map.of("type", "'COMMIT_RELEASE'", "settled_minor", "0"),
                Map.of("type", "'ACTUAL_REVERSAL'", "usd_minor", "-5", "settled_minor", "-5"),
                Map.of("reverses", ":code || ':inv'"),
                Map.of("type", "'GIFT'"),
                Map.of("orig_currency", "'usd'"),
                Map.of("rate", "0"),
                Map.of("line", "'LOSS'"),
                Map.of("id", "''"));
    }

    @ParameterizedTest
    @MethodSource
    void entriesThatCannotBe(Map<String, String> different) {
        // Before the commit, where that it stands alone would be enough to refuse it.
        database.rolledBack(() -> assertThatThrownBy(() -> inThisTransaction(entry(different)))
                .rootCause()
                .satisfies(BY_A_RULE));
    }

    @Test
    void theEntryTheyDifferFromCouldBe() {
        database.rolledBack(() -> {
            assertThat(inThisTransaction(entry(Map.of()))).isOne();
            assertThat(inThisTransaction(
                            entry(Map.of("id", ":code || ':y'", "approval_id", "'a'", "approved_by", "'cfo'"))))
                    .isOne();
        });
    }

    @Test
    void anActualIsReversedOnce() {
        String reversal = entry(Map.of(
                "type", "'ACTUAL_REVERSAL'", "usd_minor", "-5", "settled_minor", "-5", "reverses", ":code || ':inv'"));

        database.rolledBack(() -> {
            assertThat(inThisTransaction(reversal)).isOne();
            assertThatThrownBy(() -> inThisTransaction(reversal.replace(":code || ':x'", ":code || ':y'")))
                    .hasMessageContaining("ledger_entry_reverses_key");
        });
    }

    static Stream<String> figuresThatDoNotAddUp() {
        return Stream.of(
                "update budget_line set held_minor = held_minor - 1 where project_code = :code",
                "update budget_line set spent_minor = spent_minor + 1 where project_code = :code",
                "update budget_line set limit_minor = limit_minor + 1 where project_code = :code",
                "insert into budget_line (project_code, line, limit_minor) values (:code, 'DUTY', 5)",
                "update hold set released_minor = released_minor + 1 where project_code = :code",
                "insert into hold (hold_id, project_code, line, usd_minor) values (:code, :code, 'FREIGHT', 1)",
                entry(Map.of()));
    }

    @ParameterizedTest
    @MethodSource
    void figuresThatDoNotAddUp(String sql) {
        assertThatThrownBy(() -> as(TestDatabase.OWNER, sql)).hasMessageContaining("add up");
        refused(TestDatabase.APP, sql);
    }

    @Test
    void aBudgetIsNotApprovedByWhoAskedForIt() {
        refused(TestDatabase.APP, """
                insert into budget_version (project_code, version, event_id, approval_id, requested_by, approved_by,
                       posted_by, content_hash, at)
                values (:code, 2, 'e', 'a', 'pm', 'pm', 'pm', 'h', now())""");
    }

    /** An ACTUAL of five cents on hold 1, with some columns changed. */
    private static String entry(Map<String, String> different) {
        Map<String, String> columns = new TreeMap<>(Map.ofEntries(
                Map.entry("id", ":code || ':x'"),
                Map.entry("project_code", ":code"),
                Map.entry("line", "'FREIGHT'"),
                Map.entry("type", "'ACTUAL'"),
                Map.entry("usd_minor", "5"),
                Map.entry("settled_minor", "5"),
                Map.entry("orig_minor", "5"),
                Map.entry("orig_currency", "'USD'"),
                Map.entry("rate", "1"),
                Map.entry("hold_id", ":code || ':1'"),
                Map.entry("requested_by", "'pm'"),
                Map.entry("posted_by", "'pm'"),
                Map.entry("memo", "''"),
                Map.entry("at", "now()"),
                Map.entry("content_hash", "'h'")));
        columns.putAll(different);
        return "insert into ledger_entry (%s) values (%s)"
                .formatted(String.join(", ", columns.keySet()), String.join(", ", columns.values()));
    }

    private void refused(String role, String sql) {
        List<LinePosition> positions = database.ledger.positions(code);
        List<LedgerEntry> entries = database.ledger.entries(code);

        assertThatThrownBy(() -> as(role, sql)).rootCause().satisfies(BY_A_RULE);

        assertThat(database.ledger.positions(code)).isEqualTo(positions);
        assertThat(database.ledger.entries(code)).isEqualTo(entries);
    }

    private int inThisTransaction(String sql) {
        return database.jdbc.sql(sql).param("code", code.value()).update();
    }

    private int as(String role, String sql) {
        var statement = JdbcClient.create(LedgerDatabase.as(role)).sql(sql);
        return (sql.contains(":code") ? statement.param("code", code.value()) : statement).update();
    }
}
