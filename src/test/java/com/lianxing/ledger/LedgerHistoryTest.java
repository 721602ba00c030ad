package com.lianxing.ledger;

import static com.lianxing.ledger.LedgerDatabase.approved;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.TestDatabase;
import com.lianxing.ledger.HoldResult.Held;
import com.lianxing.ledger.HoldResult.Refused;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whatever is asked in whatever order, the ledger and a naive second one answer alike and agree to the cent. */
class LedgerHistoryTest {

    private static final List<BudgetLine> LINES = List.of(BudgetLine.FREIGHT, BudgetLine.DUTY);

    // One connection for all histories; each is rolled back.
    private static final LedgerDatabase DATABASE = new LedgerDatabase(new SingleConnectionDataSource(open(), true));

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anyHistoryEndsTheSame(@ForAll("histories") List<Step> history) {
        DATABASE.rolledBack(() -> {
            ProjectCode code = DATABASE.project();
            NaiveLedger naive = new NaiveLedger();
            for (Step step : history) {
                assertThat(answer(code, step)).as("%s in %s", step, history).isEqualTo(naive.apply(step));
            }
            assertThat(positions(code)).as("after %s", history).isEqualTo(naive.positions());
            assertThat(addedUpFromEntries(code)).isEqualTo(positions(code));
            assertThat(heldByHolds(code)).isEqualTo(heldByLines(code));
        });
    }

    private static String answer(ProjectCode code, Step step) {
        try {
            return call(code, step);
        } catch (IllegalStateException e) {
            return NaiveLedger.MISUSE;
        } catch (IllegalArgumentException e) {
            return NaiveLedger.UNKNOWN;
        }
    }

    private static String call(ProjectCode code, Step step) {
        BudgetLedger ledger = DATABASE.ledger;
        if (step instanceof Step.SetBudget set) {
            return text(ledger.setBudget(set.id(), code, amounts(set.limits()), approved()));
        }
        if (step instanceof Step.ChangeBudget change) {
            return text(ledger.changeBudget(change.id(), code, amounts(change.deltas()), approved()));
        }
        if (step instanceof Step.Hold hold) {
            return text(
                    ledger.hold(new HoldRequest(hold.id(), code, hold.line(), charge(hold.minor()), approved(), "")));
        }
        if (step instanceof Step.Adjust adjust) {
            return text(ledger.adjust(
                    new AdjustRequest(adjust.id(), adjust.holdId(), charge(adjust.minor()), approved(), "")));
        }
        if (step instanceof Step.Release release) {
            return "released "
                    + ledger.release(release.id(), release.holdId(), "pm").minor();
        }
        if (step instanceof Step.ReleaseAll all) {
            return "released " + ledger.releaseAll(code, all.id(), "pm").minor();
        }
        if (step instanceof Step.Spend spend) {
            ActualResult result = ledger.spend(new ActualRequest(
                    spend.id(),
                    code,
                    spend.line(),
                    spend.holdId(),
                    charge(spend.minor()),
                    "INV",
                    Mandate.of("finance"),
                    ""));
            return "posted %d %d %d"
                    .formatted(
                            result.posted().minor(),
                            result.unheld().minor(),
                            result.excess().minor());
        }
        Step.Reverse reverse = (Step.Reverse) step;
        return "reversed "
                + ledger.reverse(reverse.id(), reverse.actualId(), "finance", "wrong")
                        .minor();
    }

    private static List<LineAmount> amounts(Map<BudgetLine, Long> byLine) {
        return byLine.entrySet().stream()
                .map(entry -> new LineAmount(entry.getKey(), Money.ofMinor(entry.getValue(), Charge.USD)))
                .toList();
    }

    private static Charge charge(long minor) {
        return Charge.inDollars(Money.ofMinor(minor, Charge.USD));
    }

    private static String text(HoldResult result) {
        if (result instanceof Refused refused) {
            return "refused %d %d %s"
                    .formatted(refused.asked().minor(), refused.available().minor(), refused.reason());
        }
        return "held " + ((Held) result).usd().minor();
    }

    private static String text(BudgetResult result) {
        if (result instanceof BudgetResult.Refused refused) {
            return "refused %s %d %d"
                    .formatted(
                            refused.line(),
                            refused.limit().minor(),
                            refused.taken().minor());
        }
        return "version " + ((BudgetResult.Applied) result).version();
    }

    private static Map<BudgetLine, String> positions(ProjectCode code) {
        return DATABASE.ledger.positions(code).stream()
                .collect(Collectors.toMap(
                        LinePosition::line,
                        at -> "%d %d %d %d"
                                .formatted(
                                        at.limit().minor(),
                                        at.held().minor(),
                                        at.spent().minor(),
                                        at.excess().minor())));
    }

    /** The balances must follow from the entries alone: that is what an auditor will add up. */
    private static Map<BudgetLine, String> addedUpFromEntries(ProjectCode code) {
        return DATABASE
                .jdbc
                .sql("""
                        select line, l, h, s, greatest(0, h + s - l) as e from (
                          select line,
                                 coalesce(sum(usd_minor) filter (where type like 'BUDGET%'), 0) as l,
                                 coalesce(sum(usd_minor) filter (where type like 'COMMIT%'), 0) - sum(settled_minor) as h,
                                 coalesce(sum(usd_minor) filter (where type like 'ACTUAL%'), 0) as s
                          from ledger_entry where project_code = :code group by line) as sums""")
                .param("code", code.value())
                .query((row, n) -> Tuple.of(
                        BudgetLine.valueOf(row.getString("line")),
                        "%d %d %d %d"
                                .formatted(row.getLong("l"), row.getLong("h"), row.getLong("s"), row.getLong("e"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Tuple.Tuple2::get1, Tuple.Tuple2::get2));
    }

    private static long heldByHolds(ProjectCode code) {
        return DATABASE.jdbc
                .sql("""
                        select coalesce(sum(usd_minor - settled_minor - released_minor), 0) from hold
                        where project_code = :code""")
                .param("code", code.value())
                .query(Long.class)
                .single();
    }

    private static long heldByLines(ProjectCode code) {
        return DATABASE.ledger.total(code).held().minor();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        // Few ids, so that they meet; now and then one of another kind.
        Arbitrary<String> holds = ids("h1", "h2", "h3", "a1", "e1");
        Arbitrary<String> actuals = ids("a1", "a2", "a3", "h1", "e1");
        Arbitrary<String> events = ids("e1", "e2", "e3", "h1", "a1").flatMap(id -> Arbitraries.of(id, id + "'"));
        Arbitrary<BudgetLine> lines = Arbitraries.of(LINES);
        // Few amounts, so that they often fit exactly; and any.
        Arbitrary<Long> amounts = Arbitraries.oneOf(
                Arbitraries.of(1L, 2_500L, 5_000L, 10_000L), Arbitraries.longs().between(1, 10_000));
        Arbitrary<Map<BudgetLine, Long>> limits = Arbitraries.maps(lines, Arbitraries.of(0L, 5_000L, 10_000L, 20_000L))
                .ofMinSize(1);
        Arbitrary<Map<BudgetLine, Long>> deltas = Arbitraries.maps(
                        lines, Arbitraries.of(-10_000L, -5_000L, -2_500L, -1L, 0L, 1L, 2_500L, 5_000L))
                .ofMinSize(1);
        Arbitrary<Step> setBudget = Combinators.combine(events, limits).as(Step.SetBudget::new);
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                Tuple.of(1, setBudget),
                Tuple.of(4, Combinators.combine(events, deltas).as(Step.ChangeBudget::new)),
                Tuple.of(8, Combinators.combine(holds, lines, amounts).as(Step.Hold::new)),
                Tuple.of(6, Combinators.combine(events, holds, amounts).as(Step.Adjust::new)),
                Tuple.of(3, Combinators.combine(events, holds).as(Step.Release::new)),
                Tuple.of(1, events.map(Step.ReleaseAll::new)),
                Tuple.of(
                        8,
                        Combinators.combine(actuals, lines, holds.injectNull(0.3), amounts)
                                .as(Step.Spend::new)),
                Tuple.of(4, Combinators.combine(events, actuals).as(Step.Reverse::new)));
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(9, setBudget), Tuple.of(1, step)),
                        step.list().ofMinSize(1).ofMaxSize(40),
                        Arbitraries.integers().between(0, 40).list().ofMaxSize(6))
                .as(LedgerHistoryTest::withRepeats);
    }

    /** Some steps happen again, word for word, some time later. */
    private static List<Step> withRepeats(Step first, List<Step> rest, List<Integer> repeats) {
        List<Step> history = new ArrayList<>(List.of(first));
        history.addAll(rest);
        repeats.forEach(from ->
                history.add(Math.min(history.size(), from + 5), history.get(Math.min(history.size() - 1, from))));
        return history;
    }

    private static Arbitrary<String> ids(String... fromOftenToSeldom) {
        List<Tuple.Tuple2<Integer, String>> frequencies = new ArrayList<>();
        for (int i = 0; i < fromOftenToSeldom.length; i++) {
            frequencies.add(Tuple.of(i < 3 ? 8 : 1, fromOftenToSeldom[i]));
        }
        return Arbitraries.frequency(frequencies);
    }

    private static Connection open() {
        try {
            return LedgerDatabase.as(TestDatabase.APP).getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
