package com.lianxing.transaction;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction has read and need not read again: the steps of a process ask for the same rows, one after
 * the other, in one transaction. Whoever writes such a row forgets it here.
 *
 * <p>Kept as a synchronization: an inner transaction has a memory of its own, and a rollback to a savepoint, which gives
 * locks back, empties it. Outside a transaction nothing is remembered.
 */
public final class TransactionMemory<K, V> {

    /** Empty if it was not read yet, or forgotten. */
    public Optional<V> recall(K key) {
        return Optional.ofNullable(values().get(key));
    }

    /** @return the value */
    public V remember(K key, V value) {
        values().put(key, value);
        return value;
    }

    public void forget(K key) {
        values().remove(key);
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> values() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return new HashMap<>();
        }
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Values found && found.memory == this) {
                return (Map<K, V>) found.byKey;
            }
        }
        Values fresh = new Values(this);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return (Map<K, V>) fresh.byKey;
    }

    private static final class Values implements TransactionSynchronization {

        private final TransactionMemory<?, ?> memory;
        private final Map<?, ?> byKey = new HashMap<>();

        Values(TransactionMemory<?, ?> memory) {
            this.memory = memory;
        }

        @Override
        public void savepointRollback(Object savepoint) {
            byKey.clear();
        }
    }
}
