package com.lianxing.project;

import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Projects in which nobody has done anything for long (domain.md S62). What counts is what a person did, as the trail says;
 * timers and reminders do not.
 */
@Service
public class StaleProjects {

    /** Without activity for so long, a project is looked at. */
    public static final Duration QUIET = Duration.ofDays(30);

    private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final AuditRecorder audit;
    private final Clock clock;

    StaleProjects(JdbcClient jdbc, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Outcome {
        EXTENDED,
        CLOSED,
        /** Somebody worked on it before anybody decided, or it ended. */
        ACTIVE
    }

    /** Codes of those that are quiet, not on hold, not looked at now, and not due to be looked at later. */
    public List<ProjectCode> quiet() {
        OffsetDateTime since = clock.now().minus(QUIET).atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        select code from project
                        where status = any(:statuses) and created_at < :since
                          and not exists (select from project_stale stale where stale.project_code = code
                            and (stale.decided_at is null or stale.next_review_on > :today))
                          and not exists (select from audit_entry entry where entry.subject_type = 'project'
                            and entry.subject_id = code and entry.actor <> 'system' and entry.at >= :since)
                        order by code""")
                .param(
                        "statuses",
                        Arrays.stream(ProjectStatus.values())
                                .filter(status -> status.isOpen() && status != ProjectStatus.ON_HOLD)
                                .map(ProjectStatus::name)
                                .toArray(String[]::new))
                .param("since", since)
                .param("today", clock.today(COMPANY))
                .query((row, number) -> new ProjectCode(row.getString("code")))
                .list();
    }

    /** When a person did something in the project last; when it was registered, if nobody has since. */
    public Instant lastActivity(ProjectCode project) {
        return jdbc.sql("""
                        select greatest(project.created_at, max(entry.at)) as at from project
                          left join audit_entry entry on entry.subject_type = 'project' and entry.subject_id = code
                            and entry.actor <> 'system'
                        where code = ? group by project.code""")
                .param(project.value())
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .single();
    }

    /** Marks it; whoever calls has locked the project. Marking it again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mark(ProjectCode project) {
        boolean marked =
                jdbc.sql("insert into project_stale (project_code, found_at) values (?, ?) on conflict do nothing")
                                .params(project.value(), now())
                                .update()
                        == 1;
        if (marked) {
            audit.record(
                    AuditEntry.SYSTEM,
                    Projects.SUBJECT,
                    project.value(),
                    "project.foundStale",
                    Map.of("lastActivity", lastActivity(project)));
        }
        return marked;
    }

    /** Since when those that are marked are so. */
    public List<ProjectCode> marked() {
        return jdbc.sql("select project_code from project_stale where decided_at is null order by project_code")
                .query((row, number) -> new ProjectCode(row.getString("project_code")))
                .list();
    }

    /** When it was marked, if it is. */
    public Optional<Instant> markedAt(ProjectCode project) {
        return jdbc.sql("select found_at from project_stale where project_code = ? and decided_at is null")
                .param(project.value())
                .query((row, number) ->
                        row.getObject("found_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * The mark is taken off.
     *
     * @param nextReviewOn of one that goes on: not to be looked at before
     * @param reason what the trail says; may be empty where nobody decided
     */
    @Transactional
    public void settle(
            ProjectCode project, Outcome outcome, @Nullable LocalDate nextReviewOn, String reason, String by) {
        int settled = jdbc.sql("""
                        update project_stale set decided_at = ?, decided_by = ?, outcome = ?, next_review_on = ?
                        where project_code = ? and decided_at is null""")
                .params(now(), by, outcome.name(), nextReviewOn, project.value())
                .update();
        if (settled == 1) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("outcome", outcome);
            content.put("nextReviewOn", nextReviewOn == null ? "" : nextReviewOn.toString());
            content.put("reason", reason);
            audit.record(by, Projects.SUBJECT, project.value(), "project.staleSettled", content);
        }
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
