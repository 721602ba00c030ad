package com.lianxing.project;

import com.lianxing.audit.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people submitted in each project, task by task, for good. */
@Service
public class ProjectSteps {

    private static final String SELECT =
            "select project_code, shipment_id, step, task_id, person, at, content, form_hash from project_step";

    /** Not what a step back has set aside. */
    private static final String THAT_COUNT =
            " and not exists (select from project_step_superseded where step_id = project_step.id)";

    private final JdbcClient jdbc;

    ProjectSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a submission, in the caller's transaction. The same task submitted again is kept once.
     *
     * @param values by form key; see {@link CanonicalJson} for what may stand in it
     * @throws IllegalStateException if the task was submitted before with something else
     */
    @Transactional
    public void record(
            ProjectCode code,
            @Nullable String shipmentId,
            String step,
            String taskId,
            String person,
            Instant at,
            Map<String, ? extends @Nullable Object> values,
            String formHash) {
        String content = CanonicalJson.of(values);
        int written = jdbc.sql("""
                        insert into project_step (project_code, shipment_id, step, task_id, person, at, content, form_hash)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (task_id) do nothing""")
                .params(code.value(), shipmentId, step, taskId, person, at.atOffset(ZoneOffset.UTC), content, formHash)
                .update();
        if (written == 0) {
            refuseOtherContent(taskId, code, person, content);
        }
    }

    /** Everything submitted in the project that counts, oldest first: not what was taken back. */
    public List<ProjectStep> list(ProjectCode code) {
        return jdbc.sql(SELECT + " where project_code = ?" + THAT_COUNT + " order by id")
                .param(code.value())
                .query(ProjectSteps::step)
                .list();
    }

    /** What was taken back, oldest first. */
    public List<ProjectStep> setAside(ProjectCode code) {
        return jdbc.sql(
                        SELECT + " where project_code = ?"
                                + " and exists (select from project_step_superseded where step_id = project_step.id) order by id")
                .param(code.value())
                .query(ProjectSteps::step)
                .list();
    }

    /** The last submission of a step of the project itself. */
    public Optional<ProjectStep> latest(ProjectCode code, String step) {
        return latest(code, null, step);
    }

    /** The last submission of any of these steps of the project itself. */
    public Optional<ProjectStep> latestOf(ProjectCode code, String... steps) {
        return Stream.of(steps).flatMap(step -> latest(code, step).stream()).max(Comparator.comparing(ProjectStep::at));
    }

    /** The last submission of a step of a shipment; with none named, of the project itself. */
    public Optional<ProjectStep> latest(ProjectCode code, @Nullable String shipmentId, String step) {
        return jdbc.sql(SELECT + " where project_code = ? and shipment_id is not distinct from ? and step = ?"
                        + THAT_COUNT + " order by id desc limit 1")
                .params(code.value(), shipmentId, step)
                .query(ProjectSteps::step)
                .optional();
    }

    /** The last submission among these tasks; several may be open in a project at once. */
    public Optional<ProjectStep> latestAmong(Collection<String> taskIds) {
        return jdbc.sql(SELECT + " where task_id = any (?)" + THAT_COUNT + " order by id desc limit 1")
                .param(taskIds.toArray(String[]::new))
                .query(ProjectSteps::step)
                .optional();
    }

    /** The projects in which that step was ever submitted with this text under the key, in whatever case. */
    public List<ProjectCode> projectsWith(String step, String key, String text) {
        return jdbc.sql("select distinct project_code from project_step"
                        + " where step = ? and lower(content ->> ?) = lower(?)" + THAT_COUNT + " order by project_code")
                .params(step, key, text)
                .query((row, number) -> new ProjectCode(row.getString("project_code")))
                .list();
    }

    private void refuseOtherContent(String taskId, ProjectCode code, String person, String content) {
        ProjectStep before = jdbc.sql(SELECT + " where task_id = ?")
                .param(taskId)
                .query(ProjectSteps::step)
                .single();
        if (!before.project().equals(code)
                || !before.person().equals(person)
                || !CanonicalJson.of(before.values()).equals(content)) {
            throw new IllegalStateException(
                    "task %s of %s was submitted before by %s with other content: %s, now by %s: %s"
                            .formatted(taskId, code, before.person(), before.values(), person, content));
        }
    }

    private static ProjectStep step(ResultSet row, int number) throws SQLException {
        return new ProjectStep(
                new ProjectCode(row.getString("project_code")),
                row.getString("shipment_id"),
                row.getString("step"),
                row.getString("task_id"),
                row.getString("person"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                CanonicalJson.read(row.getString("content")),
                row.getString("form_hash"));
    }
}
