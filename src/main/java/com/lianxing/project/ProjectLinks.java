package com.lianxing.project;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which project waits for which. Nobody ever waits for himself, over however many others. */
@Service
public class ProjectLinks {

    private static final String SELECT = """
            select waiting_code, needed_code, kind, buffer_days from project_link where ended_at is null and\s""";

    private final JdbcClient jdbc;
    private final Projects projects;
    private final AuditRecorder audit;
    private final Clock clock;

    ProjectLinks(JdbcClient jdbc, Projects projects, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sentences stand under {@code refusal.<name>}; all but the first two changed nothing. */
    public enum Outcome {
        LINKED,
        /** It waits for that project already; nothing changed. */
        ALREADY,
        /** The other waits for it already, or for a project that does. */
        LINK_IN_CIRCLE,
        /** A project of the one kind does not wait for one of the other in this way. */
        LINK_OF_OTHER_KIND,
        PROJECT_ENDED
    }

    /** Locks both projects. */
    @Transactional
    public Outcome link(ProjectLink wanted, String by) {
        projects.lockAll(List.of(wanted.waiting(), wanted.needed()));
        Project waiting = projects.require(wanted.waiting());
        Project needed = projects.require(wanted.needed());
        if (!wanted.kind().fits(waiting, needed)) {
            return Outcome.LINK_OF_OTHER_KIND;
        }
        if (!waiting.status().isOpen() || !needed.status().isOpen()) {
            return Outcome.PROJECT_ENDED;
        }
        if (neededBy(wanted.waiting()).stream().anyMatch(link -> link.needed().equals(wanted.needed()))) {
            return Outcome.ALREADY;
        }
        // Two links made at once could close a circle that neither sees.
        jdbc.sql("lock table project_link in share row exclusive mode").update();
        if (waitsFor(wanted.needed(), wanted.waiting())) {
            return Outcome.LINK_IN_CIRCLE;
        }
        jdbc.sql("""
                        insert into project_link (waiting_code, needed_code, kind, buffer_days, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        wanted.waiting().value(),
                        wanted.needed().value(),
                        wanted.kind().name(),
                        wanted.bufferDays(),
                        by,
                        now())
                .update();
        record(wanted, by, "project.linked", Map.of("bufferDays", wanted.bufferDays()));
        return Outcome.LINKED;
    }

    /** It does not wait any more. Ending what has ended changes nothing. */
    @Transactional
    public void end(ProjectLink link, String by, String reason) {
        projects.lockAll(List.of(link.waiting(), link.needed()));
        int ended = jdbc.sql("""
                        update project_link set ended_by = ?, ended_at = ?, end_reason = ?
                        where waiting_code = ? and needed_code = ? and ended_at is null""")
                .params(by, now(), reason, link.waiting().value(), link.needed().value())
                .update();
        if (ended == 1) {
            record(link, by, "project.linkEnded", Map.of("reason", reason));
        }
    }

    /** What the project waits for, by code, whether or not that is still open. */
    public List<ProjectLink> neededBy(ProjectCode waiting) {
        return jdbc.sql(SELECT + "waiting_code = ? order by needed_code")
                .param(waiting.value())
                .query(ProjectLinks::link)
                .list();
    }

    /** Who waits for the project, by code. */
    public List<ProjectLink> waitingFor(ProjectCode needed) {
        return jdbc.sql(SELECT + "needed_code = ? order by waiting_code")
                .param(needed.value())
                .query(ProjectLinks::link)
                .list();
    }

    /** All links of these projects, of those they are linked with, and so on. */
    public List<ProjectLink> around(Collection<ProjectCode> projects) {
        return jdbc.sql("with recursive reached (code) as (select unnest(?::text[])" + """
                         union
                          select case when waiting_code = code then needed_code else waiting_code end
                          from project_link join reached on code in (waiting_code, needed_code) where ended_at is null)
                        """ + SELECT
                        + "waiting_code in (select code from reached) order by waiting_code, needed_code")
                .param((Object) projects.stream().map(ProjectCode::value).toArray(String[]::new))
                .query(ProjectLinks::link)
                .list();
    }

    /** Whether the one is the other, or waits for it over however many links. */
    private boolean waitsFor(ProjectCode one, ProjectCode other) {
        return jdbc.sql("""
                        with recursive reached (code) as (
                          select ?::text
                          union
                          select needed_code from project_link join reached on waiting_code = code where ended_at is null)
                        select exists (select from reached where code = ?)""")
                .params(one.value(), other.value())
                .query(Boolean.class)
                .single();
    }

    private void record(ProjectLink link, String by, String what, Map<String, Object> more) {
        record(link.waiting(), by, what, "waitsFor", link.needed(), link.kind(), more);
        record(link.needed(), by, what, "neededBy", link.waiting(), link.kind(), more);
    }

    private void record(
            ProjectCode project,
            String by,
            String what,
            String side,
            ProjectCode other,
            LinkKind kind,
            Map<String, Object> more) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(side, other.value());
        content.put("kind", kind);
        content.putAll(more);
        audit.record(by, Projects.SUBJECT, project.value(), what, content);
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static ProjectLink link(ResultSet row, int number) throws SQLException {
        return new ProjectLink(
                new ProjectCode(row.getString("waiting_code")),
                new ProjectCode(row.getString("needed_code")),
                LinkKind.valueOf(row.getString("kind")),
                row.getInt("buffer_days"));
    }
}
