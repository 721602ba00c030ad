package com.lianxing.project;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.project.StepBack.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of steps taken back. Whoever calls has locked the project, and moves its process and its money. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class StepBacks {

    private static final String SELECT = """
            select id, project_code, task_id, asked_by, asked_at, reason, reverses_payments, verdict, decided_by
            from step_back where\s""";

    private final JdbcClient jdbc;
    private final AuditRecorder audit;
    private final Clock clock;

    StepBacks(JdbcClient jdbc, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The one that waits for a second person. */
    @Transactional(readOnly = true)
    public Optional<StepBack> open(ProjectCode code) {
        return jdbc.sql(SELECT + "project_code = ? and verdict is null")
                .param(code.value())
                .query(StepBacks::stepBack)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<StepBack> find(ProjectCode code, long id) {
        return jdbc.sql(SELECT + "project_code = ? and id = ?")
                .params(code.value(), id)
                .query(StepBacks::stepBack)
                .optional();
    }

    /** The one that this request asked for. */
    @Transactional(readOnly = true)
    public Optional<StepBack> ofRequest(String key) {
        return jdbc.sql(SELECT + "request_key = ?")
                .param(key)
                .query(StepBacks::stepBack)
                .optional();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<StepBack> of(ProjectCode code) {
        return jdbc.sql(SELECT + "project_code = ? order by id")
                .param(code.value())
                .query(StepBacks::stepBack)
                .list();
    }

    public StepBack ask(ProjectCode code, String key, String taskId, String by, String reason, boolean reverses) {
        jdbc.sql("""
                        insert into step_back (request_key, project_code, task_id, asked_by, asked_at, reason,
                          reverses_payments) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(key, code.value(), taskId, by, clock.now().atOffset(ZoneOffset.UTC), reason, reverses)
                .update();
        audit.record(
                by,
                Projects.SUBJECT,
                code.value(),
                "stepBack.asked",
                Map.of("task", taskId, "reason", reason, "reversesPayments", reverses));
        return ofRequest(key).orElseThrow();
    }

    /** @param moved what it undid, for the record; empty for a refusal */
    public void decide(StepBack asked, Verdict verdict, String by, Map<String, ?> moved) {
        jdbc.sql("update step_back set verdict = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(verdict.name(), by, clock.now().atOffset(ZoneOffset.UTC), asked.id())
                .update();
        audit.record(
                by,
                Projects.SUBJECT,
                asked.project().value(),
                verdict == Verdict.CONFIRMED ? "stepBack.confirmed" : "stepBack.refused",
                Map.of("stepBack", asked.id(), "askedBy", asked.askedBy(), "reason", asked.reason(), "moved", moved));
    }

    /** These submissions count no more; they stay for the record. */
    public void setAside(StepBack because, List<String> taskIds) {
        taskIds.forEach(task -> jdbc.sql("""
                        insert into project_step_superseded (step_id, step_back_id)
                        select id, ? from project_step where task_id = ? on conflict do nothing""").params(because.id(), task).update());
    }

    private static StepBack stepBack(ResultSet row, int number) throws SQLException {
        String verdict = row.getString("verdict");
        return new StepBack(
                row.getLong("id"),
                new ProjectCode(row.getString("project_code")),
                row.getString("task_id"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getBoolean("reverses_payments"),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getString("decided_by"));
    }
}
