package com.lianxing.project;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a project has stood still for. Whoever calls has locked the project, and stops or moves its processes. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Pauses {

    private static final String SELECT =
            "select id, project_code, held_by, held_at, reason, resumed_at from project_pause where ";

    private final JdbcClient jdbc;
    private final Projects projects;
    private final AuditRecorder audit;
    private final Clock clock;

    Pauses(JdbcClient jdbc, Projects projects, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.audit = audit;
        this.clock = clock;
    }

    /** The one that lasts. */
    @Transactional(readOnly = true)
    public Optional<Pause> current(ProjectCode code) {
        return jdbc.sql(SELECT + "project_code = ? and resumed_at is null")
                .param(code.value())
                .query(Pauses::pause)
                .optional();
    }

    /** How long the project has stood still since then; the one that lasts does not count yet. */
    @Transactional(readOnly = true)
    public Duration stoodSince(ProjectCode code, Instant since) {
        return Duration.ofMillis(jdbc.sql("""
                        select coalesce(sum(extract(epoch from resumed_at - greatest(held_at, :since))), 0) * 1000
                        from project_pause where project_code = :code and resumed_at > :since""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("code", code.value())
                .query(BigDecimal.class)
                .single()
                .longValue());
    }

    /** The one that this request began or ended. */
    @Transactional(readOnly = true)
    public Optional<Pause> ofRequest(String key) {
        return jdbc.sql(SELECT + "hold_key = ? or resume_key = ?")
                .params(key, key)
                .query(Pauses::pause)
                .optional();
    }

    /** @param key of the request, chosen by whoever sends it */
    public void begin(ProjectCode code, String key, String by, String reason) {
        jdbc.sql("insert into project_pause (project_code, hold_key, held_by, held_at, reason) values (?, ?, ?, ?, ?)")
                .params(code.value(), key, by, clock.now().atOffset(ZoneOffset.UTC), reason)
                .update();
        projects.setStatus(code, ProjectStatus.ON_HOLD, by);
        audit.record(by, Projects.SUBJECT, code.value(), "project.heldUp", Map.of("reason", reason));
    }

    public void end(Pause pause, String key, String by, String reason) {
        Instant now = clock.now();
        jdbc.sql(
                        "update project_pause set resume_key = ?, resumed_by = ?, resumed_at = ?, resume_reason = ? where id = ?")
                .params(key, by, now.atOffset(ZoneOffset.UTC), reason, pause.id())
                .update();
        projects.setStatus(pause.project(), ProjectStatus.ACTIVE, by);
        audit.record(
                by,
                Projects.SUBJECT,
                pause.project().value(),
                "project.resumed",
                Map.of("reason", reason, "heldAt", pause.heldAt(), "resumedAt", now));
    }

    private static Pause pause(ResultSet row, int number) throws SQLException {
        OffsetDateTime resumed = row.getObject("resumed_at", OffsetDateTime.class);
        return new Pause(
                row.getLong("id"),
                new ProjectCode(row.getString("project_code")),
                row.getString("held_by"),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                resumed == null ? null : resumed.toInstant());
    }
}
