package com.lianxing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.lianxing.TestDatabase;
import com.lianxing.audit.AuditFinding.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tampers with a record as the owner of the schema can, all triggers off, and sees each kind found. */
class AuditVerifierTest {

    private static final String DATABASE = "lianxing_tampered";
    private static final Instant AT = Instant.parse("2026-09-01T02:00:00Z");

    private final MessageSource messages = messages();

    @TempDir
    Path dataDir;

    private JdbcClient owner;
    private TransactionTemplate transaction;
    private AuditTrail trail;
    private Checkpoints checkpoints;
    private AuditVerifier verifier;

    @BeforeEach
    void twoSubjectsWithFourEntriesEach() {
        DataSource dataSource = TestDatabase.as(TestDatabase.OWNER, DATABASE);
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        owner = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(manager);
        tamper("truncate audit_entry, audit_head");
        AuditRows rows = new AuditRows(owner);
        trail = new AuditTrail(rows, manager);
        checkpoints = new Checkpoints(rows, () -> AT, dataDir);
        verifier = new AuditVerifier(rows, dataSource, checkpoints, manager);
        for (int i = 1; i <= 4; i++) {
            append("A", "amount", i);
            append("B", "amount", i);
        }
    }

    @BeforeAll
    static void makeSchema() throws LiquibaseException {
        TestDatabase.create(DATABASE);
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(TestDatabase.as(TestDatabase.OWNER, DATABASE));
        liquibase.setChangeLog("classpath:db/changelog/audit-alone.yaml");
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.afterPropertiesSet();
    }

    @Test
    void anUntouchedRecordIsSound() {
        checkpoints.write();
        append("A", "amount", 5);
        AuditReport report = verifier.verify();
        assertThat(report).isEqualTo(new AuditReport(2, 9, 2, List.of()));
        assertThat(print(report)).contains("The record is sound", "审计记录完整");
    }

    @Test
    void aChangedFieldIsFound() {
        tamper("update audit_entry set content = replace(content, '2', '7') where subject_id = 'A' and seq = 2");
        assertThat(found()).containsExactly(new AuditFinding(Kind.CHANGED, "test", "A", 2L));
    }

    @Test
    void everyFieldIsUnderTheHash() {
        for (String change : List.of(
                "at = at + interval '1 microsecond'",
                "zone = 'Asia/Tokyo'",
                "actor = 'somebody'",
                "on_behalf_of = ''",
                "action = 'test.other'",
                "shown_hash = repeat('a', 64)",
                "rule = ''",
                "model_version = ''",
                "hash = repeat('b', 64)")) {
            twoSubjectsWithFourEntriesEach();
            tamper("update audit_entry set " + change + " where subject_id = 'B' and seq = 3");
            assertThat(found()).as(change).contains(new AuditFinding(Kind.CHANGED, "test", "B", 3L));
        }
    }

    @Test
    void aChangedEntryWithAHashMadeToFitBreaksTheLink() {
        StoredEntry forged = StoredEntry.next(
                entry("A", "amount", 9),
                2,
                trail.entries("test", "A", 0, 1).get(0).hash());
        tamper("update audit_entry set content = '%s', hash = '%s' where subject_id = 'A' and seq = 2"
                .formatted(forged.content(), forged.hash()));
        assertThat(found()).containsExactly(new AuditFinding(Kind.BROKEN_LINK, "test", "A", 3L));
    }

    @Test
    void aDeletedEntryIsFound() {
        tamper("delete from audit_entry where subject_id = 'A' and seq = 2");
        assertThat(found()).containsExactly(new AuditFinding(Kind.MISSING, "test", "A", 3L));
    }

    @Test
    void aDeletedEntryWhoseFollowersMovedUpIsFound() {
        tamper("delete from audit_entry where subject_id = 'A' and seq = 2");
        tamper("update audit_entry set seq = seq - 1 where subject_id = 'A' and seq > 2");
        tamper("update audit_head set seq = 3 where subject_id = 'A'");
        assertThat(found())
                .contains(
                        new AuditFinding(Kind.BROKEN_LINK, "test", "A", 2L),
                        new AuditFinding(Kind.CHANGED, "test", "A", 2L));
    }

    @Test
    void anInsertedEntryIsFound() {
        tamper("update audit_entry set seq = seq + 10 where subject_id = 'A' and seq > 2");
        tamper("update audit_entry set seq = seq - 9 where subject_id = 'A' and seq > 10");
        tamper(
                "insert into audit_entry (%1$s) select subject_type, subject_id, 3, at, zone, actor, on_behalf_of, action, "
                                .formatted(AuditRows.COLUMNS)
                        + "content, shown_hash, rule, model_version, previous_hash, hash from audit_entry "
                        + "where subject_id = 'A' and seq = 2");
        assertThat(found())
                .contains(
                        new AuditFinding(Kind.BROKEN_LINK, "test", "A", 3L),
                        new AuditFinding(Kind.CHANGED, "test", "A", 3L));
    }

    @Test
    void anEntryAddedBehindTheHeadIsFound() {
        StoredEntry last = trail.entries("test", "A", 3, 1).get(0);
        StoredEntry added = StoredEntry.next(entry("A", "amount", 5), 5, last.hash());
        tamper(("insert into audit_entry (%s) values ('test', 'A', 5, '%s', 'UTC', 'system', null, '%s', '%s', null, "
                        + "null, null, '%s', '%s')")
                .formatted(
                        AuditRows.COLUMNS,
                        added.at(),
                        added.action(),
                        added.content(),
                        added.previousHash(),
                        added.hash()));
        assertThat(found()).containsExactly(new AuditFinding(Kind.WRONG_END, "test", "A", 5L));
    }

    @Test
    void exchangedEntriesAreFound() {
        tamper("update audit_entry set seq = 5 - seq + 10 where subject_id = 'A' and seq in (2, 3)");
        tamper("update audit_entry set seq = seq - 10 where subject_id = 'A' and seq > 10");
        assertThat(found())
                .contains(
                        new AuditFinding(Kind.CHANGED, "test", "A", 2L),
                        new AuditFinding(Kind.CHANGED, "test", "A", 3L));
    }

    @Test
    void anEndCutOffIsFoundByTheHead() {
        tamper("delete from audit_entry where subject_id = 'A' and seq = 4");
        assertThat(found()).containsExactly(new AuditFinding(Kind.WRONG_END, "test", "A", 3L));
    }

    @Test
    void anEndCutOffTogetherWithItsHeadIsFoundByTheCheckpoint() {
        checkpoints.write();
        tamper("delete from audit_entry where subject_id = 'A' and seq = 4");
        tamper("update audit_head set seq = 3, hash = "
                + "(select hash from audit_entry where subject_id = 'A' and seq = 3) where subject_id = 'A'");
        assertThat(found()).containsExactly(new AuditFinding(Kind.CUT_OFF, "test", "A", 4L));
    }

    @Test
    void aSubjectThatWasRemovedWholeIsFoundByTheCheckpoint() {
        checkpoints.write();
        tamper("delete from audit_entry where subject_id = 'A'");
        tamper("delete from audit_head where subject_id = 'A'");
        assertThat(found()).containsExactly(new AuditFinding(Kind.CUT_OFF, "test", "A", 4L));
        assertThat(verifier.verify("test", "A").isSound()).isFalse();
        assertThat(verifier.verify("test", "B").isSound()).isTrue();
    }

    @Test
    void aChainWrittenAnewFromTheStartIsFoundByTheCheckpoint() {
        checkpoints.write();
        tamper("delete from audit_entry where subject_id = 'A'");
        tamper("delete from audit_head where subject_id = 'A'");
        for (int i = 1; i <= 5; i++) {
            append("A", "amount", 100 + i);
        }
        assertThat(found()).containsExactly(new AuditFinding(Kind.REWRITTEN, "test", "A", 4L));
    }

    @Test
    void aCheckpointLineThatCannotBeReadIsFoundButOneThatWasNeverFinishedIsNot() throws IOException {
        checkpoints.write();
        Path file = Files.list(checkpoints.directory()).findFirst().orElseThrow();
        Files.writeString(file, "{\"at\":\"2026-09", StandardOpenOption.APPEND);
        assertThat(found()).isEmpty();
        append("A", "amount", 5);
        assertThat(checkpoints.write()).isEqualTo(1);
        assertThat(found()).isEmpty();
        Files.writeString(file, "{\"count\":3}\n", StandardOpenOption.APPEND);
        assertThat(verifier.verify().findings())
                .extracting(AuditFinding::kind)
                .containsExactly(Kind.UNREADABLE_CHECKPOINT);
    }

    @Test
    void theApplicationsRoleCanChangeNothing() {
        JdbcClient app = JdbcClient.create(TestDatabase.as(TestDatabase.APP, DATABASE));
        for (String sql : List.of(
                "update audit_entry set actor = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "update audit_head set seq = 1",
                "update audit_origin set id = gen_random_uuid()",
                "delete from shown_view",
                "delete from shown_to")) {
            assertThat(catchThrowable(() -> app.sql(sql).update())).as(sql).isNotNull();
        }
    }

    private List<AuditFinding> found() {
        AuditReport report = verifier.verify();
        assertThat(print(report)).doesNotContain("{0}");
        return report.findings();
    }

    private String print(AuditReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyAuditCommand.print(report, messages, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(report.isSound() ? 0 : 1);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void append(String subject, String key, long value) {
        transaction.executeWithoutResult(status -> trail.append(entry(subject, key, value)));
    }

    private static AuditEntry entry(String subject, String key, long value) {
        return AuditEntry.plain("test", subject, "test.entered", AuditEntry.SYSTEM, AT, "UTC", Map.of(key, value));
    }

    private void tamper(String sql) {
        transaction.executeWithoutResult(status -> {
            for (String table : List.of("audit_entry", "audit_head")) {
                owner.sql("alter table " + table + " disable trigger user").update();
            }
            owner.sql(sql).update();
            for (String table : List.of("audit_entry", "audit_head")) {
                owner.sql("alter table " + table + " enable trigger user").update();
            }
        });
    }

    private static MessageSource messages() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages.audit");
        source.setDefaultEncoding("UTF-8");
        return source;
    }
}
