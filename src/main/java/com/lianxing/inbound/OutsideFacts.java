package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What Amazon, a carrier or customs reported, kept whether or not somebody waits for it: the engine buffers no message,
 * so a process looks here before it waits.
 */
@Service
public class OutsideFacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutsideFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
            @Nullable Instant occurredAt) {}

    /**
     * Keeps the fact.
     *
     * @param id of the report, chosen by its sender: the same report twice is kept once
     * @param subject shipment id, or project code with the SKU: what the message correlates by
     * @return false if this report was there already
     * @throws DuplicateKeyException if the id was used for another fact
     */
    public boolean keep(
            String id,
            ProjectCode project,
            String message,
            String subject,
            String content,
            String reportedBy,
            @Nullable Instant occurredAt) {
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

    /** The latest report of that message about the subject. */
    public Optional<Fact> latest(String message, String subject) {
        return jdbc.sql("""
                        select id, project_code, message, subject, content, reported_by, reported_at, occurred_at
                        from outside_fact where message = ? and subject = ? order by reported_at desc, id desc limit 1""")
                .params(message, subject)
                .query((row, number) -> {
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
                })
                .optional();
    }
}
