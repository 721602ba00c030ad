package com.lianxing.process.budgetapproval;

import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.process.budgetapproval.Approvals.line;
import static com.lianxing.process.budgetapproval.Approvals.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.approval.NewRequest;
import com.lianxing.approval.Outcome;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.LinePosition;
import com.lianxing.project.ProjectCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.CannotCreateTransactionException;

/** Fifty people press the button at once, and the money is there for ten of them. */
@LianxingTest
class ConcurrentApprovalsTest {

    private static final int ASKING = 50;
    private static final int FITTING = 10;

    @Autowired
    private Approvals company;

    @Autowired
    private BudgetLedger ledger;

    @Test
    void exactlyTenOfFiftyAreApproved() throws Exception {
        ProjectCode code = company.projectWith(line(FREIGHT, "1000.00"));
        List<NewRequest> asked = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < ASKING; i++) {
            NewRequest request = company.commitment(code, FREIGHT, "100.00");
            asked.add(request);
            tasks.add(company.task(company.start(request)));
        }
        String approver = company.person(Role.PROJECT_MANAGER);

        ExecutorService threads = Executors.newFixedThreadPool(ASKING);
        try {
            CountDownLatch together = new CountDownLatch(1);
            List<Future<?>> clicks = new ArrayList<>();
            tasks.forEach(task -> clicks.add(threads.submit(() -> {
                together.await();
                press(approver, task);
                return null;
            })));
            together.countDown();
            for (Future<?> click : clicks) {
                click.get();
            }
        } finally {
            threads.shutdownNow();
        }

        List<Outcome> outcomes = asked.stream().map(company::outcome).toList();
        assertThat(Collections.frequency(outcomes, Outcome.APPROVED)).isEqualTo(FITTING);
        assertThat(Collections.frequency(outcomes, Outcome.FUNDS_GONE)).isEqualTo(ASKING - FITTING);
        LinePosition line = ledger.position(code, FREIGHT);
        assertThat(line.held()).isEqualTo(usd("1000.00"));
        assertThat(line.available()).isEqualTo(usd("0"));
        assertThat(ledger.entries(code))
                .filteredOn(entry -> entry.type() == EntryType.COMMIT)
                .hasSize(FITTING);
    }

    /** There are fewer connections than people: whoever gets none in time has changed nothing, and presses again. */
    private void press(String approver, Task task) {
        boolean pressed = false;
        while (!pressed) {
            try {
                company.decide(approver, task, "APPROVE");
                pressed = true;
            } catch (CannotCreateTransactionException busy) {
                Thread.onSpinWait();
            }
        }
    }
}
