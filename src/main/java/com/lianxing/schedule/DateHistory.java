package com.lianxing.schedule;

import com.lianxing.project.ProjectCode;
import com.lianxing.schedule.Baseline.PlannedStep;
import com.lianxing.schedule.DateChange.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was planned, version by version, and each date that moved since, with who and why. Nothing of it ever changes. */
@Service
public class DateHistory {

    private final JdbcClient jdbc;

    DateHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a project last said about its dates.
     *
     * @param baseline version of the last one; 0 without any
     * @param forecast the last one kept; null without any
     */
    public record Known(int baseline, @Nullable Instant forecast) {}

    /** By code, of each of them. */
    public Map<ProjectCode, Known> known(Collection<ProjectCode> projects) {
        Map<ProjectCode, Known> known = new HashMap<>();
        jdbc.sql("""
                        select code, (select max(version) from schedule_baseline where project_code = code) as version,
                          (select after_at from date_change
                            where project_code = code and kind = 'FORECAST' order by seq desc limit 1) as forecast
                        from unnest(?::text[]) as code""")
                .param((Object) projects.stream().map(ProjectCode::value).toArray(String[]::new))
                .query(row -> {
                    known.put(
                            new ProjectCode(row.getString("code")),
                            new Known(row.getInt("version"), instant(row, "forecast")));
                });
        return known;
    }

    /** Freezes the schedule as the next version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(
            ProjectCode project, int version, Baseline.Reason reason, Schedule schedule, String by, Instant now) {
        jdbc.sql("""
                        insert into schedule_baseline
                          (project_code, version, reason, target_at, finish_at, buffer_days, frozen_by, frozen_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        project.value(),
                        version,
                        reason.name(),
                        utc(schedule.fixedEnd()),
                        utc(schedule.finish()),
                        (int) schedule.buffer().toDays(),
                        by,
                        utc(now))
                .update();
        List<Schedule.Row> rows = new ArrayList<>(schedule.rows().values());
        jdbc.sql("""
                        insert into schedule_baseline_step
                          (project_code, version, step, start_at, finish_at, latest_finish_at)
                        select ?, ?, * from unnest(?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])""")
                .params(
                        project.value(),
                        version,
                        rows.stream().map(Schedule.Row::id).toArray(String[]::new),
                        instants(rows, row -> row.earliest().start()),
                        instants(rows, row -> row.earliest().finish()),
                        instants(rows, row -> row.latest().finish()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<DateChange> changes) {
        for (DateChange change : changes) {
            jdbc.sql("""
                            insert into date_change (project_code, kind, step, before_at, after_at, cause, cause_step, reason,
                              changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            change.project().value(),
                            change.kind().name(),
                            change.step(),
                            change.before() == null ? null : utc(change.before()),
                            utc(change.after()),
                            change.cause().event().name(),
                            change.cause().step(),
                            change.reason(),
                            change.by(),
                            utc(change.at()))
                    .update();
        }
    }

    /** The last ones, the newest first. */
    public List<DateChange> changes(ProjectCode project, int limit) {
        return jdbc.sql("select * from date_change where project_code = ? order by seq desc limit ?")
                .params(project.value(), limit)
                .query(DateHistory::change)
                .list();
    }

    /** The last version; empty while nothing was approved. */
    public Optional<Baseline> baseline(ProjectCode project) {
        Map<String, PlannedStep> steps = new HashMap<>();
        return jdbc
                .sql("""
                        select b.*, s.step, s.start_at, s.finish_at as step_finish_at, s.latest_finish_at
                        from schedule_baseline b join schedule_baseline_step s using (project_code, version)
                        where project_code = ? and version = (select max(version) from schedule_baseline
                          where project_code = b.project_code)""")
                .param(project.value())
                .query((row, number) -> {
                    steps.put(
                            row.getString("step"),
                            new PlannedStep(
                                    at(row, "start_at"), at(row, "step_finish_at"), at(row, "latest_finish_at")));
                    return new Baseline(
                            row.getInt("version"),
                            Baseline.Reason.valueOf(row.getString("reason")),
                            at(row, "target_at"),
                            at(row, "finish_at"),
                            row.getInt("buffer_days"),
                            row.getString("frozen_by"),
                            at(row, "frozen_at"),
                            steps);
                })
                .list()
                .stream()
                .findFirst();
    }

    private static DateChange change(ResultSet row, int number) throws SQLException {
        return new DateChange(
                new ProjectCode(row.getString("project_code")),
                DateChange.Kind.valueOf(row.getString("kind")),
                row.getString("step"),
                instant(row, "before_at"),
                at(row, "after_at"),
                new Cause(DateChange.Event.valueOf(row.getString("cause")), row.getString("cause_step")),
                row.getString("reason"),
                row.getString("changed_by"),
                at(row, "changed_at"));
    }

    private static String[] instants(List<Schedule.Row> rows, Function<Schedule.Row, Instant> of) {
        return rows.stream().map(of).map(Instant::toString).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : at(row, column);
    }
}
