package com.lianxing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An entry commits with its work or not at all, and chains grow one entry at a time. */
@LianxingTest
class AuditTrailTest {

    private static final Instant AT = Instant.parse("2026-09-01T02:00:00.123456Z");

    @Autowired
    private AuditTrail trail;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private String subject;

    @BeforeEach
    void aSubjectOfItsOwn() {
        transaction = new TransactionTemplate(transactions);
        subject = "trail-" + UUID.randomUUID();
    }

    @Test
    void entriesFollowEachOtherByHash() {
        transaction.executeWithoutResult(status -> {
            append("first");
            append("second");
        });
        transaction.executeWithoutResult(status -> append("third"));

        List<StoredEntry> entries = entries();
        assertThat(entries).extracting(StoredEntry::action).containsExactly("test.first", "test.second", "test.third");
        assertThat(entries).extracting(StoredEntry::seq).containsExactly(1L, 2L, 3L);
        assertThat(entries.get(0).previousHash()).isEqualTo(StoredEntry.NO_HASH);
        assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(0).hash());
        assertThat(entries.get(2).previousHash()).isEqualTo(entries.get(1).hash());
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.computedHash()).isEqualTo(entry.hash());
            assertThat(entry.at()).isEqualTo(AT);
            assertThat(entry.content()).isEqualTo("{\"note\":\"备货 ‘A’\"}");
        });
    }

    @Test
    void anEntryOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> append("lonely"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("belongs to a transaction");
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        transaction.executeWithoutResult(status -> {
            append("first");
            status.setRollbackOnly();
        });
        assertThat(entries()).isEmpty();
    }

    @Test
    void whatIsRolledBackToASavepointLeavesNoEntry() {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(outer -> {
            append("before");
            nested.executeWithoutResult(inner -> {
                append("undone");
                inner.setRollbackOnly();
            });
            nested.executeWithoutResult(inner -> append("kept"));
        });
        assertThat(entries()).extracting(StoredEntry::action).containsExactly("test.before", "test.kept");
    }

    @Test
    void anInnerTransactionHasATrailOfItsOwn() {
        TransactionTemplate inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            append("outer");
            inner.executeWithoutResult(own -> append("inner"));
            status.setRollbackOnly();
        });
        assertThat(entries()).extracting(StoredEntry::action).containsExactly("test.inner");
    }

    @Test
    void whatOthersAppendWhileTheTransactionCommitsIsInTheTrail() {
        transaction.executeWithoutResult(
                status -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        append("late");
                    }
                }));
        assertThat(entries()).extracting(StoredEntry::action).containsExactly("test.late");
    }

    @Test
    void anEntryAfterTheCommitIsRefused() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                append("tooLate");
                            }
                        })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too late");
    }

    @Test
    void aNumberWithoutOneTextIsRefusedWhereItIsAppended() {
        AuditEntry entry = AuditEntry.plain(
                "test",
                subject,
                "test.double",
                AuditEntry.SYSTEM,
                AT,
                "UTC",
                Map.of("rate", List.of(Map.of("x", 0.1))));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> trail.append(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Double");
    }

    @Test
    void transactionsThatTouchTheSameSubjectsInAnyOrderQueueUpAndNoneIsLost() throws Exception {
        String other = subject + "-b";
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                boolean forward = i % 2 == 0;
                work.add(() -> {
                    transaction.executeWithoutResult(status -> {
                        trail.append(entry(forward ? subject : other, "one"));
                        trail.append(entry(forward ? other : subject, "two"));
                    });
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(entries()).hasSize(80);
        assertThat(trail.entries("test", other, 0, 200)).hasSize(80);
    }

    @Test
    void aTransactionWritesItsTrailInTwoStatements() {
        var dataSource = ProxyDataSourceBuilder.create(TestDatabase.as(TestDatabase.APP, LianxingTest.DATABASE))
                .countQuery()
                .build();
        var manager = new JdbcTransactionManager(dataSource);
        AuditTrail counted = new AuditTrail(new AuditRows(JdbcClient.create(dataSource)), manager);
        QueryCountHolder.clear();
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            for (int i = 0; i < 5; i++) {
                counted.append(entry(subject, "one"));
                counted.append(entry(subject + "-b", "two"));
            }
        });
        assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(2);
        assertThat(entries()).hasSize(5);
    }

    private void append(String action) {
        trail.append(entry(subject, action));
    }

    private static AuditEntry entry(String subject, String action) {
        return AuditEntry.plain(
                "test", subject, "test." + action, AuditEntry.SYSTEM, AT, "UTC", Map.of("note", "备货 ‘A’"));
    }

    private List<StoredEntry> entries() {
        return trail.entries("test", subject, 0, 200);
    }
}
