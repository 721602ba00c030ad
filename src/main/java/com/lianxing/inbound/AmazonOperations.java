package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was asked of Amazon, and how it went. Each write commits by itself, before and after the call it is about, so that
 * after a crash it is known that something was asked, if not what became of it.
 */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class AmazonOperations {

    private static final String LATEST = """
            select id, instance_id, attempt, project_code, step, shipment, state, plan_id, operation_id, failure, problem, begun_at
            from amazon_operation where instance_id = ? order by attempt desc limit 1""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AmazonOperations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum State {
        /** Amazon is being asked, or was when a node died: the outcome is not known. */
        SENDING,
        IN_PROGRESS,
        SUCCESS,
        FAILED
    }

    /**
     * @param instanceId the process instance that asks
     * @param attempt from 1; another one follows only on a failed one
     * @param shipment place of the shipment among the plan's, from 0; null if the step is about all of it
     * @param operationId Amazon's; null if what was asked for was found done
     * @param failure kind of the last failure to ask; null if it went well
     * @param problem what Amazon said against it, in its English
     */
    public record Attempt(
            long id,
            String instanceId,
            int attempt,
            ProjectCode project,
            String step,
            @Nullable Integer shipment,
            State state,
            @Nullable String planId,
            @Nullable String operationId,
            AmazonFailure.@Nullable Kind failure,
            @Nullable String problem) {}

    /** @param isNew false if it was begun before, by a call whose outcome may be unknown */
    public record Begun(Attempt attempt, boolean isNew) {}

    /** The attempt that counts now: a new one if there was none or the last one failed. */
    public Begun begin(String instanceId, ProjectCode project, String step, @Nullable Integer shipment) {
        Optional<Attempt> last = find(instanceId);
        if (last.isPresent() && last.get().state() != State.FAILED) {
            return new Begun(last.get(), false);
        }
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into amazon_operation (instance_id, attempt, project_code, step, shipment, state, begun_at,
                          changed_at)
                        values (?, ?, ?, ?, ?, 'SENDING', ?, ?)""")
                .params(instanceId, last.map(Attempt::attempt).orElse(0) + 1, project.value(), step, shipment, now, now)
                .update();
        return new Begun(find(instanceId).orElseThrow(), true);
    }

    /** Amazon took it. */
    public void sent(Attempt attempt, @Nullable String planId, @Nullable String operationId) {
        change(attempt, "state = 'IN_PROGRESS', plan_id = ?, operation_id = ?", planId, operationId);
    }

    public void succeeded(Attempt attempt) {
        change(attempt, "state = 'SUCCESS'");
    }

    /** Amazon has tried and could not, or does not take it. */
    public void failed(Attempt attempt, AmazonFailure.Kind failure, String problem) {
        change(attempt, "state = 'FAILED', failure = ?, problem = ?", failure.name(), problem);
    }

    /** Asking did not work; what was asked stays as it is. */
    public void hindered(Attempt attempt, AmazonFailure.Kind failure, String problem) {
        change(attempt, "failure = ?, problem = ?", failure.name(), problem);
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Attempt> find(String instanceId) {
        return jdbc.sql(LATEST)
                .param(instanceId)
                .query(AmazonOperations::attempt)
                .optional();
    }

    private void change(Attempt attempt, String assignments, @Nullable Object... values) {
        var statement = jdbc.sql("update amazon_operation set changed_at = ?, " + assignments + " where id = ?")
                .param(clock.now().atOffset(ZoneOffset.UTC));
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(attempt.id()).update();
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        String failure = row.getString("failure");
        return new Attempt(
                row.getLong("id"),
                row.getString("instance_id"),
                row.getInt("attempt"),
                new ProjectCode(row.getString("project_code")),
                row.getString("step"),
                row.getObject("shipment", Integer.class),
                State.valueOf(row.getString("state")),
                row.getString("plan_id"),
                row.getString("operation_id"),
                failure == null ? null : AmazonFailure.Kind.valueOf(failure),
                row.getString("problem"));
    }
}
