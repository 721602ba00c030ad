package com.lianxing.document;

import static java.util.Objects.requireNonNull;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.audit.Sha256;
import com.lianxing.calendar.Clock;
import com.lianxing.document.StoreResult.Reason;
import com.lianxing.document.StoreResult.Refused;
import com.lianxing.document.StoreResult.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps files. A content is kept once, whatever it is called; nothing ever changes or goes. */
@Service
public class Documents {

    /** 20 MB. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final String COLUMNS = """
            id, subject_type, subject_id, kind, name, version, sha256, size, content_type, uploaded_by, uploaded_at,
            task_id""";

    private final JdbcClient jdbc;
    private final AuditRecorder audit;
    private final Clock clock;
    private final ObjectProvider<VirusScanner> scanner;
    private final TransactionTemplate transaction;

    Documents(
            JdbcClient jdbc,
            AuditRecorder audit,
            Clock clock,
            ObjectProvider<VirusScanner> scanner,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.scanner = scanner;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** As {@link #store(String, String, String, String, InputStream, String, String)}, not at a task. */
    public StoreResult store(
            String subjectType, String subjectId, String kind, String name, InputStream content, String by) {
        return store(subjectType, subjectId, kind, name, content, by, null);
    }

    /**
     * Stores the content as the next version of that name. May the person do this? Asks the caller.
     *
     * @param content read to its end, or to the limit; not closed
     * @param by id of the person who hands it in
     */
    public StoreResult store(
            String subjectType,
            String subjectId,
            String kind,
            String name,
            InputStream content,
            String by,
            @Nullable String taskId) {
        return store(UUID.randomUUID(), subjectType, subjectId, kind, name, content, by, taskId);
    }

    /**
     * The same under an id of the caller's: the same file under it again is stored once.
     *
     * @param id of the file that is stored, if it is a new version
     */
    public StoreResult store(
            UUID id,
            String subjectType,
            String subjectId,
            String kind,
            String name,
            InputStream content,
            String by,
            @Nullable String taskId) {
        Examined examined = examine(name, content);
        return examined instanceof Examined.Unfit unfit
                ? new Refused(unfit.reason())
                : store(id, subjectType, subjectId, kind, (Examined.Fit) examined, by, taskId);
    }

    /**
     * Looks at name, type, size and, where there is a scanner, for malware. That may take seconds, so it is best done before
     * a transaction begins.
     *
     * @param content read to its end, or to the limit; not closed
     */
    public Examined examine(String name, InputStream content) {
        Optional<String> shownName = FileName.shown(name);
        if (shownName.isEmpty()) {
            return new Examined.Unfit(Reason.NAME_UNUSABLE);
        }
        byte[] bytes = read(content);
        if (bytes.length == 0) {
            return new Examined.Unfit(Reason.EMPTY);
        }
        if (bytes.length > MOST_BYTES) {
            return new Examined.Unfit(Reason.TOO_LARGE);
        }
        Optional<FileType> type = FileType.of(bytes, shownName.get());
        if (type.isEmpty()) {
            return new Examined.Unfit(Reason.TYPE_NOT_ALLOWED);
        }
        if (!type.get().fits(shownName.get())) {
            return new Examined.Unfit(Reason.NAME_OF_OTHER_TYPE);
        }
        return unclean(bytes)
                .<Examined>map(Examined.Unfit::new)
                .orElseGet(() -> new Examined.Fit(shownName.get(), type.get().contentType(), bytes));
    }

    /** Stores a file that was examined, in the caller's transaction if there is one. */
    public StoreResult store(
            UUID id,
            String subjectType,
            String subjectId,
            String kind,
            Examined.Fit file,
            String by,
            @Nullable String taskId) {
        return requireNonNull(transaction.execute(status -> write(id, subjectType, subjectId, kind, file, by, taskId)));
    }

    private StoreResult write(
            UUID id,
            String subjectType,
            String subjectId,
            String kind,
            Examined.Fit file,
            String by,
            @Nullable String taskId) {
        Document last = lockLast(subjectType, subjectId, kind, file.name());
        String sha256 = Sha256.of(file.bytes());
        if (last != null && last.sha256().equals(sha256)) {
            return new Stored(last);
        }
        Optional<Document> before = find(id);
        if (before.isPresent()) {
            boolean same = before.get().sha256().equals(sha256)
                    && before.get().name().equals(file.name())
                    && before.get().kind().equals(kind)
                    && before.get().subjectId().equals(subjectId);
            return same ? new Stored(before.get()) : new Refused(Reason.ID_TAKEN);
        }
        Document document = new Document(
                id,
                subjectType,
                subjectId,
                kind,
                file.name(),
                last == null ? 1 : last.version() + 1,
                sha256,
                file.bytes().length,
                file.contentType(),
                by,
                clock.now(),
                taskId);
        write(document, file.bytes());
        return new Stored(document);
    }

    /** All versions of all files of a subject, in the order they came. */
    public List<Document> list(String subjectType, String subjectId) {
        return jdbc.sql("select " + COLUMNS + " from document where subject_type = ? and subject_id = ? order by seq")
                .params(subjectType, subjectId)
                .query(Documents::document)
                .list();
    }

    /** All versions of the files of one kind, in the order they came. */
    public List<Document> list(String subjectType, String subjectId, String kind) {
        return list(subjectType, subjectId).stream()
                .filter(document -> document.kind().equals(kind))
                .toList();
    }

    /** The files of one kind that were attached at a task, in the order they came. */
    public List<Document> attachedAt(String taskId, String kind) {
        return jdbc.sql("select " + COLUMNS + " from document where task_id = ? and kind = ? order by seq")
                .params(taskId, kind)
                .query(Documents::document)
                .list();
    }

    public Optional<Document> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from document where id = ?")
                .param(id)
                .query(Documents::document)
                .optional();
    }

    /**
     * The content. Whoever sends it to a browser sends it as an attachment: it came from outside.
     *
     * @throws IllegalArgumentException if there is no such file
     * @throws IllegalStateException if the stored bytes no longer have their hash
     */
    public byte[] open(UUID id) {
        Document document = find(id).orElseThrow(() -> new IllegalArgumentException("no file " + id));
        byte[] bytes = jdbc.sql("select bytes from document_content where sha256 = ?")
                .param(document.sha256())
                .query((row, number) -> row.getBytes("bytes"))
                .single();
        if (!Sha256.of(bytes).equals(document.sha256())) {
            throw new IllegalStateException(
                    "the content of file %s is not what was stored: %s".formatted(id, document.sha256()));
        }
        return bytes;
    }

    private Optional<Reason> unclean(byte[] bytes) {
        VirusScanner one = scanner.getIfAvailable();
        return switch (one == null ? VirusScanner.Finding.CLEAN : one.scan(bytes)) {
            case CLEAN -> Optional.empty();
            case INFECTED -> Optional.of(Reason.INFECTED);
            case UNKNOWN -> Optional.of(Reason.NOT_SCANNED);
        };
    }

    private static byte[] read(InputStream content) {
        try {
            return content.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two people storing under the same name at once get two versions, one after the other. */
    private @Nullable Document lockLast(String subjectType, String subjectId, String kind, String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(String.join("/", "document", subjectType, subjectId, kind, name))
                .query(row -> {});
        return jdbc.sql("select " + COLUMNS
                        + " from document where subject_type = ? and subject_id = ? and kind = ? and name = ?"
                        + " order by version desc limit 1")
                .params(subjectType, subjectId, kind, name)
                .query(Documents::document)
                .optional()
                .orElse(null);
    }

    private void write(Document document, byte[] bytes) {
        jdbc.sql("insert into document_content (sha256, bytes) values (?, ?) on conflict do nothing")
                .params(document.sha256(), bytes)
                .update();
        jdbc.sql("insert into document (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(document.id())
                .param(document.subjectType())
                .param(document.subjectId())
                .param(document.kind())
                .param(document.name())
                .param(document.version())
                .param(document.sha256())
                .param(document.size())
                .param(document.contentType())
                .param(document.uploadedBy())
                .param(document.uploadedAt().atOffset(ZoneOffset.UTC))
                .param(document.taskId())
                .update();
        audit.record(
                document.uploadedBy(),
                document.subjectType(),
                document.subjectId(),
                "document.stored",
                Map.of(
                        "id", document.id(),
                        "kind", document.kind(),
                        "name", document.name(),
                        "version", document.version(),
                        "sha256", document.sha256(),
                        "contentType", document.contentType(),
                        "size", document.size()));
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("kind"),
                row.getString("name"),
                row.getInt("version"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("content_type"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("task_id"));
    }
}
