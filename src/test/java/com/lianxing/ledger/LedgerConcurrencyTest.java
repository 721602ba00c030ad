package com.lianxing.ledger;

import static com.lianxing.ledger.BudgetLine.DUTY;
import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.ledger.LedgerDatabase.approved;
import static com.lianxing.ledger.LedgerDatabase.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.ledger.HoldResult.Held;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once, each on a connection of its own. */
class LedgerConcurrencyTest {

    private final LedgerDatabase database = LedgerDatabase.withoutPool();
    private final BudgetLedger ledger = database.ledger;

    @Test
    void ofFiftyHoldsAtOnceExactlyTheTenThatFitAreHeld() throws Exception {
        ProjectCode code = database.projectWithFreight("1000.00");

        List<HoldResult> results = atOnce(50, n -> () -> hold(code, FREIGHT, "n" + n, "100.00"));

        assertThat(results).filteredOn(Held.class::isInstance).hasSize(10);
        assertThat(ledger.position(code, FREIGHT))
                .isEqualTo(new LinePosition(FREIGHT, usd("1000.00"), usd("1000.00"), usd("0"), usd("0")));
        assertThat(ledger.entries(code)).hasSize(11);
    }

    @Test
    void aHoldAskedTwentyTimesAtOnceIsOne() throws Exception {
        ProjectCode code = database.projectWithFreight("1000.00");

        List<HoldResult> results = atOnce(20, n -> () -> hold(code, FREIGHT, "same", "600.00"));

        assertThat(results).containsOnly(new Held(code + ":same", usd("600.00")));
        assertThat(ledger.entries(code)).hasSize(2);
    }

    @Test
    void twoLinesHeldInEitherOrderDoNotBlockEachOtherForEver() throws Exception {
        ProjectCode code = database.projectWithFreight("1000.00");
        database.inTransaction(() ->
                ledger.changeBudget(code + ":duty", code, List.of(new LineAmount(DUTY, usd("1000.00"))), approved()));

        List<Boolean> results = atOnce(
                20,
                n -> () -> database.inTransaction(() -> {
                    BudgetLine first = n % 2 == 0 ? FREIGHT : DUTY;
                    BudgetLine second = n % 2 == 0 ? DUTY : FREIGHT;
                    return ask(code, first, "f" + n, "50.00") instanceof Held
                            && ask(code, second, "s" + n, "50.00") instanceof Held;
                }));

        assertThat(results).hasSize(20).containsOnly(true);
        assertThat(ledger.total(code).available()).isEqualTo(usd("0"));
    }

    @Test
    void aBudgetIsNotCutUnderAHoldThatComesAtTheSameTime() throws Exception {
        for (int round = 0; round < 10; round++) {
            ProjectCode code = database.projectWithFreight("1000.00");

            List<Boolean> done = atOnce(
                    2,
                    n -> () -> n == 0
                            ? hold(code, FREIGHT, "1", "700.00") instanceof Held
                            : database.inTransaction(() -> ledger.changeBudget(
                                            code + ":cut",
                                            code,
                                            List.of(new LineAmount(FREIGHT, usd("-500.00"))),
                                            approved()))
                                    instanceof BudgetResult.Applied);

            assertThat(done).containsExactlyInAnyOrder(true, false);
        }
    }

    private HoldResult hold(ProjectCode code, BudgetLine line, String id, String amount) {
        return database.inTransaction(() -> ask(code, line, id, amount));
    }

    private HoldResult ask(ProjectCode code, BudgetLine line, String id, String amount) {
        return ledger.hold(new HoldRequest(code + ":" + id, code, line, Charge.inDollars(usd(amount)), approved(), ""));
    }

    private static <T> List<T> atOnce(int many, IntFunction<Callable<T>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<T>> futures = IntStream.range(0, many)
                    .mapToObj(n -> threads.submit(() -> {
                        start.await();
                        return work.apply(n).call();
                    }))
                    .toList();
            return futures.stream().map(LedgerConcurrencyTest::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
