package com.lianxing.project;

import com.lianxing.audit.CanonicalJson;
import com.lianxing.calendar.Clock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What Amazon, a carrier, customs or the FDA reported, kept whether or not somebody waits for it: the engine buffers no message,
 * so a process looks here before it waits.
 *
 * <p>Who keeps a fact and who looks before waiting lock the project until their transaction ends. So either the one who
 * waits has seen the fact, or the one who reports it finds the one who waits; nothing falls between.
 */
@Service
public class OutsideFacts {

    private final JdbcClient jdbc;
    private final Projects projects;
    private final Clock clock;

    OutsideFacts(JdbcClient jdbc, Projects projects, Clock clock) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.clock = clock;
    }

    /** @param content JSON as it was reported */
    public record Fact(
            String id,
            ProjectCode project,
            String message,
            String subject,
            String content,
            String reportedBy,
            Instant reportedAt,
            @Nullable Instant occurredAt) {

        /** When it happened; if the report does not say, when it came. */
        public Instant at() {
            return occurredAt == null ? reportedAt : occurredAt;
        }

        /** A text of the report's content. */
        public Optional<String> text(String key) {
            return OutsideFacts.text(content, key);
        }
    }

    /** A text of such content. */
    public static Optional<String> text(String content, String key) {
        return content.startsWith("{")
                ? Optional.ofNullable(CanonicalJson.read(content).get(key)).map(Object::toString)
                : Optional.empty();
    }

    /**
     * Keeps the fact, and locks the project: who waits for it by then can be found.
     *
     * @param id of the report, chosen by its sender: the same report twice is kept once
     * @param subject what the message correlates by: a shipment or a filing, or a project code with the SKU
     * @return false if this report was there already
     * @throws DuplicateKeyException if the id was used for another fact
     */
    @Transactional
    public boolean keep(
            String id,
            ProjectCode project,
            String message,
            String subject,
            String content,
            String reportedBy,
            @Nullable Instant occurredAt) {
        projects.lock(project);
        int added = jdbc.sql("""
                        insert into outside_fact (id, project_code, message, subject, content, reported_by, reported_at, occurred_at)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict (id) do nothing""")
                .params(
                        id,
                        project.value(),
                        message,
                        subject,
                        content,
                        reportedBy,
                        Timestamp.from(clock.now()),
                        occurredAt == null ? null : Timestamp.from(occurredAt))
                .update();
        if (added == 1) {
            return true;
        }
        boolean same = jdbc.sql("select project_code = ? and message = ? and subject = ? and content = ?::jsonb "
                        + "from outside_fact where id = ?")
                .params(project.value(), message, subject, content, id)
                .query(Boolean.class)
                .single();
        if (!same) {
            throw new DuplicateKeyException("the report " + id + " was kept with other content");
        }
        return false;
    }

    /**
     * For a step about to wait: {@link #latest}, with the project locked, so that what is reported from now on comes
     * after the step waits.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Fact> beforeWaiting(ProjectCode project, String message, String subject) {
        return beforeWaiting(project, List.of(message), subject);
    }

    /** The same for a step that waits for any of several messages. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Fact> beforeWaiting(ProjectCode project, List<String> messages, String subject) {
        projects.lock(project);
        return latest(messages, subject);
    }

    /** The latest report of that message about the subject. */
    public Optional<Fact> latest(String message, String subject) {
        return latest(List.of(message), subject);
    }

    /** The latest report of any of these messages about the subject. */
    public Optional<Fact> latest(List<String> messages, String subject) {
        return jdbc.sql("""
                        select id, project_code, message, subject, content, reported_by, reported_at, occurred_at
                        from outside_fact where message in (:messages) and subject = :subject
                        order by reported_at desc, seq desc limit 1""")
                .param("messages", messages)
                .param("subject", subject)
                .query(OutsideFacts::fact)
                .optional();
    }

    /** What was reported about the project from then on, oldest first. */
    public List<Fact> since(ProjectCode project, Instant since) {
        return jdbc.sql("""
                        select id, project_code, message, subject, content, reported_by, reported_at, occurred_at
                        from outside_fact where project_code = ? and reported_at >= ? order by reported_at, seq""")
                .params(project.value(), Timestamp.from(since))
                .query(OutsideFacts::fact)
                .list();
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        Timestamp occurred = row.getTimestamp("occurred_at");
        return new Fact(
                row.getString("id"),
                new ProjectCode(row.getString("project_code")),
                row.getString("message"),
                row.getString("subject"),
                row.getString("content"),
                row.getString("reported_by"),
                row.getTimestamp("reported_at").toInstant(),
                occurred == null ? null : occurred.toInstant());
    }
}
