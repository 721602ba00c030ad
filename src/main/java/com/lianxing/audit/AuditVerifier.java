package com.lianxing.audit;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the record and says where it is not what was written. Changes nothing; safe beside running work. */
@Service
public class AuditVerifier {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final String ENTRIES = "select " + AuditRows.COLUMNS + " from audit_entry";

    private final AuditRows rows;
    private final JdbcTemplate jdbc;
    private final Checkpoints checkpoints;
    private final TransactionTemplate oneSnapshot;

    AuditVerifier(
            AuditRows rows, DataSource dataSource, Checkpoints checkpoints, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
        this.checkpoints = checkpoints;
        this.oneSnapshot = new TransactionTemplate(transactions);
        this.oneSnapshot.setReadOnly(true);
        this.oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneSnapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Every chain, every head, every checkpoint. */
    public AuditReport verify() {
        // Files first: what they know was committed before the snapshot of the database begins.
        ChainWalk walk = new ChainWalk(checkpoints.read());
        oneSnapshot.executeWithoutResult(transaction -> {
            rows.heads().forEach(walk::expect);
            jdbc.query(ENTRIES + " order by subject_type, subject_id, seq", (RowCallbackHandler)
                    row -> walk.visit(AuditRows.entry(row)));
        });
        return walk.report();
    }

    /** The chain of one subject, its head and its checkpoints. */
    public AuditReport verify(String subjectType, String subjectId) {
        AuditRows.Subject subject = new AuditRows.Subject(subjectType, subjectId);
        Checkpoints.Written written = checkpoints.read();
        List<Checkpoint> known = written.checkpoints().stream()
                .filter(checkpoint -> AuditRows.Subject.of(checkpoint).equals(subject))
                .toList();
        ChainWalk walk = new ChainWalk(new Checkpoints.Written(known, written.unreadable()));
        oneSnapshot.executeWithoutResult(transaction -> {
            rows.heads().stream().filter(head -> head.subject().equals(subject)).forEach(walk::expect);
            jdbc.query(
                    ENTRIES + " where subject_type = ? and subject_id = ? order by seq",
                    (RowCallbackHandler) row -> walk.visit(AuditRows.entry(row)),
                    subjectType,
                    subjectId);
        });
        return walk.report();
    }
}
