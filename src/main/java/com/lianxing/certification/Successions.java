package com.lianxing.certification;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which project goes on with a product that changed, and what it need not prove again. */
@Service
public class Successions {

    private final JdbcClient jdbc;
    private final AuditRecorder audit;
    private final Clock clock;

    Successions(JdbcClient jdbc, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param kept names of the proofs that were accepted before and still hold */
    public record Succession(ProjectCode successor, ProjectCode predecessor, Set<String> kept) {}

    /** Stands in both trails. */
    @Transactional
    public void record(Succession succession, String reason, String by) {
        jdbc.sql("""
                        insert into certification_succession (project_code, predecessor, kept, reason, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        succession.successor().value(),
                        succession.predecessor().value(),
                        succession.kept().toArray(String[]::new),
                        reason,
                        by,
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
        for (ProjectCode project : List.of(succession.predecessor(), succession.successor())) {
            audit.record(
                    by,
                    Projects.SUBJECT,
                    project.value(),
                    "certification.succeeded",
                    Map.of(
                            "predecessor", succession.predecessor().value(),
                            "successor", succession.successor().value(),
                            "kept", succession.kept(),
                            "reason", reason));
        }
    }

    /** What the project took over; empty for one that follows no other. */
    public Optional<Succession> of(ProjectCode successor) {
        return jdbc.sql("select predecessor, kept from certification_succession where project_code = ?")
                .param(successor.value())
                .query((row, number) ->
                        new Succession(successor, new ProjectCode(row.getString("predecessor")), Set.of((String[])
                                row.getArray("kept").getArray())))
                .optional();
    }

    /** The project that goes on with the product of this one. */
    public Optional<ProjectCode> successorOf(ProjectCode predecessor) {
        return jdbc.sql("select project_code from certification_succession where predecessor = ?")
                .param(predecessor.value())
                .query((row, number) -> new ProjectCode(row.getString("project_code")))
                .optional();
    }
}
