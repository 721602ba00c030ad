package com.lianxing.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The entries of the running transaction. Kept as a synchronization, so that an inner transaction has its own, and what
 * is rolled back to a savepoint leaves no entry.
 */
final class PendingEntries implements TransactionSynchronization {

    private final List<AuditEntry> entries = new ArrayList<>();
    private final Map<Object, Integer> countAtSavepoint = new HashMap<>();
    private boolean taken;

    private PendingEntries() {}

    static PendingEntries ofTransaction() {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof PendingEntries pending) {
                return pending;
            }
        }
        PendingEntries pending = new PendingEntries();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void add(AuditEntry entry) {
        if (taken) {
            throw new IllegalStateException("too late for an audit entry, the transaction commits: " + entry.action());
        }
        entries.add(entry);
    }

    List<AuditEntry> take() {
        taken = true;
        return List.copyOf(entries);
    }

    @Override
    public void savepoint(Object savepoint) {
        countAtSavepoint.put(savepoint, entries.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        // A savepoint older than the first entry was set before this synchronization existed.
        int count = countAtSavepoint.getOrDefault(savepoint, 0);
        entries.subList(Math.min(count, entries.size()), entries.size()).clear();
    }
}
