package com.lianxing.audit;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The record of what happened. An entry commits with the work it tells of, or not at all.
 *
 * <p>Entries wait until just before the commit, after everything else the transaction does, and are then written in two
 * statements: the rows of {@code audit_head} are locked, in the order of their keys and after every other lock, only for
 * the moment of the commit itself.
 */
@Service
public class AuditTrail {

    private final AuditRows rows;

    AuditTrail(AuditRows rows, ConfigurableTransactionManager transactions) {
        this.rows = rows;
        transactions.addListener(new BeforeCommit());
    }

    /**
     * Adds the entry to its subject's chain when the caller's transaction commits.
     *
     * @throws IllegalStateException if no transaction is active, or if it has already written its trail
     * @throws IllegalArgumentException if what was entered cannot be written, see {@link CanonicalJson}
     */
    public void append(AuditEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("an audit entry belongs to a transaction: " + entry.action());
        }
        // Now, where the caller sees it, and not at the commit.
        CanonicalJson.of(entry.entered());
        PendingEntries.ofTransaction().add(entry);
    }

    /**
     * A subject's entries as stored, oldest first.
     *
     * @param after the last one already read; 0 for the beginning
     */
    public List<StoredEntry> entries(String subjectType, String subjectId, long after, int limit) {
        return rows.entries(subjectType, subjectId, after, limit);
    }

    /** Spring calls this after all synchronizations, so whatever they still do is in the trail, too. */
    private final class BeforeCommit implements TransactionExecutionListener {

        @Override
        public void beforeCommit(TransactionExecution transaction) {
            if (transaction.isNewTransaction() && TransactionSynchronizationManager.isSynchronizationActive()) {
                List<AuditEntry> entries = PendingEntries.ofTransaction().take();
                if (!entries.isEmpty()) {
                    rows.append(entries);
                }
            }
        }
    }
}
