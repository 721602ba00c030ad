package com.lianxing.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@LianxingTest
class TransactionMemoryTest {

    private final TransactionMemory<String, Integer> memory = new TransactionMemory<>();

    @Autowired
    private PlatformTransactionManager manager;

    private TransactionTemplate transaction;

    @BeforeEach
    void transactions() {
        transaction = new TransactionTemplate(manager);
    }

    @Test
    void whatIsReadIsRememberedUntilTheTransactionEnds() {
        transaction.executeWithoutResult(status -> {
            assertThat(memory.remember("key", 1)).isEqualTo(1);
            assertThat(memory.recall("key")).contains(1);
        });

        transaction.executeWithoutResult(
                status -> assertThat(memory.recall("key")).isEmpty());
    }

    @Test
    void whatIsForgottenIsReadAgain() {
        transaction.executeWithoutResult(status -> {
            memory.remember("key", 1);
            memory.remember("other", 2);
            memory.forget("key");

            assertThat(memory.recall("key")).isEmpty();
            assertThat(memory.recall("other")).contains(2);
        });
    }

    @Test
    void twoMemoriesOfOneTransactionKeepApart() {
        TransactionMemory<String, Integer> other = new TransactionMemory<>();

        transaction.executeWithoutResult(status -> {
            memory.remember("key", 1);

            assertThat(other.recall("key")).isEmpty();
        });
    }

    @Test
    void anInnerTransactionHasAMemoryOfItsOwn() {
        TransactionTemplate inner = new TransactionTemplate(manager);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            memory.remember("key", 1);
            inner.executeWithoutResult(
                    within -> assertThat(memory.recall("key")).isEmpty());

            assertThat(memory.recall("key")).contains(1);
        });
    }

    @Test
    void aRollbackToASavepointForgetsWhatWasReadUnderItsLocks() {
        transaction.executeWithoutResult(status -> {
            Object savepoint = status.createSavepoint();
            memory.remember("key", 1);
            status.rollbackToSavepoint(savepoint);

            assertThat(memory.recall("key")).isEmpty();
        });
    }

    @Test
    void outsideATransactionNothingIsRemembered() {
        memory.remember("key", 1);

        assertThat(memory.recall("key")).isEmpty();
    }
}
