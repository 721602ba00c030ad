package com.lianxing.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code audit_entry} and {@code audit_head}. */
@Component
class AuditRows {

    static final String COLUMNS = """
            subject_type, subject_id, seq, at, zone, actor, on_behalf_of, action, content, shown_hash, rule,
            model_version, previous_hash, hash""";

    /** Locks by writing: one statement makes a missing head, locks it and says where the chain ends. */
    private static final String LOCK_HEADS = """
            insert into audit_head (subject_type, subject_id, seq, hash)
            select type, id, 0, ? from unnest(?::text[], ?::text[]) as subject (type, id) order by type, id
            on conflict (subject_type, subject_id) do update set seq = audit_head.seq
            returning subject_type, subject_id, seq, hash""";

    private static final String APPEND = """
            with written as (
              insert into audit_entry (subject_type, subject_id, seq, at, zone, actor, on_behalf_of, action, content,
                shown_hash, rule, model_version, previous_hash, hash)
              select type, id, seq, at::timestamptz, zone, actor, behalf, action, content, shown, rule, model, previous,
                hash
              from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                as e (type, id, seq, at, zone, actor, behalf, action, content, shown, rule, model, previous, hash, nr)
              order by nr)
            update audit_head set seq = head.seq, hash = head.hash
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) as head (type, id, seq, hash)
            where subject_type = head.type and subject_id = head.id""";

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Subject(String type, String id) implements Comparable<Subject> {

        static Subject of(Checkpoint checkpoint) {
            return new Subject(checkpoint.subjectType(), checkpoint.subjectId());
        }

        @Override
        public int compareTo(Subject other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : id.compareTo(other.id);
        }
    }

    record Head(Subject subject, long seq, String hash) {}

    /** Two round trips, however many entries and subjects there are. */
    void append(List<AuditEntry> entries) {
        Map<Subject, Head> heads = lockHeads(entries);
        List<StoredEntry> chained = new ArrayList<>();
        for (AuditEntry entry : entries) {
            Subject subject = subject(entry);
            Head head = heads.get(subject);
            if (head == null) {
                throw new IllegalStateException("no head of the chain of " + subject);
            }
            StoredEntry next = StoredEntry.next(entry, head.seq() + 1, head.hash());
            heads.put(subject, new Head(subject, next.seq(), next.hash()));
            chained.add(next);
        }
        write(chained, List.copyOf(heads.values()));
    }

    private Map<Subject, Head> lockHeads(List<AuditEntry> entries) {
        List<Subject> subjects =
                entries.stream().map(AuditRows::subject).distinct().sorted().toList();
        Map<Subject, Head> heads = new HashMap<>();
        jdbc.sql(LOCK_HEADS)
                .params(StoredEntry.NO_HASH, texts(subjects, Subject::type), texts(subjects, Subject::id))
                .query(AuditRows::head)
                .list()
                .forEach(head -> heads.put(head.subject(), head));
        return new TreeMap<>(heads);
    }

    private void write(List<StoredEntry> entries, List<Head> heads) {
        jdbc.sql(APPEND)
                .params(
                        texts(entries, StoredEntry::subjectType),
                        texts(entries, StoredEntry::subjectId),
                        entries.stream().map(StoredEntry::seq).toArray(Long[]::new),
                        texts(entries, entry -> entry.at().toString()),
                        texts(entries, StoredEntry::zone),
                        texts(entries, StoredEntry::actor),
                        texts(entries, StoredEntry::onBehalfOf),
                        texts(entries, StoredEntry::action),
                        texts(entries, StoredEntry::content),
                        texts(entries, StoredEntry::shownHash),
                        texts(entries, StoredEntry::rule),
                        texts(entries, StoredEntry::modelVersion),
                        texts(entries, StoredEntry::previousHash),
                        texts(entries, StoredEntry::hash),
                        texts(heads, head -> head.subject().type()),
                        texts(heads, head -> head.subject().id()),
                        heads.stream().map(Head::seq).toArray(Long[]::new),
                        texts(heads, Head::hash))
                .update();
    }

    List<StoredEntry> entries(String subjectType, String subjectId, long after, int limit) {
        return jdbc.sql("select " + COLUMNS + " from audit_entry "
                        + "where subject_type = ? and subject_id = ? and seq > ? order by seq limit ?")
                .params(subjectType, subjectId, after, limit)
                .query((row, number) -> entry(row))
                .list();
    }

    List<Head> heads() {
        return jdbc.sql("select subject_type, subject_id, seq, hash from audit_head where seq > 0 order by 1, 2")
                .query(AuditRows::head)
                .list();
    }

    /** Which database this is, to tell checkpoint files of several apart. */
    String origin() {
        return jdbc.sql("select id from audit_origin").query(String.class).single();
    }

    static StoredEntry entry(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("zone"),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("action"),
                row.getString("content"),
                row.getString("shown_hash"),
                row.getString("rule"),
                row.getString("model_version"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        Subject subject = new Subject(row.getString("subject_type"), row.getString("subject_id"));
        return new Head(subject, row.getLong("seq"), row.getString("hash"));
    }

    private static Subject subject(AuditEntry entry) {
        return new Subject(entry.subjectType(), entry.subjectId());
    }

    private static <T> @Nullable String[] texts(List<T> items, Function<T, @Nullable String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}
