package com.lianxing.obligation;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was learned of harm that products may have done, and the reports of it. */
@Service
public class AdverseEvents {

    private final JdbcClient jdbc;
    private final AuditRecorder audit;
    private final Clock clock;

    AdverseEvents(JdbcClient jdbc, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param project under which the product was certified: the event stands in its trail */
    public record Event(ProjectCode project, LocalDate learnedOn, boolean serious, String what) {}

    @Transactional
    public void learn(String processInstance, Event event, String by) {
        jdbc.sql("""
                        insert into adverse_event (process_instance, project_code, learned_on, serious, what, learned_by,
                          recorded_at) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        processInstance,
                        event.project().value(),
                        event.learnedOn(),
                        event.serious(),
                        event.what(),
                        by,
                        now())
                .update();
        audit.record(
                by,
                Projects.SUBJECT,
                event.project().value(),
                "certification.adverseEvent",
                Map.of(
                        "learnedOn", event.learnedOn().toString(),
                        "serious", event.serious(),
                        "text", event.what()));
    }

    @Transactional
    public void reported(String processInstance, String number, LocalDate on, String by) {
        jdbc.sql("""
                        insert into adverse_event_report (process_instance, number, reported_on, reported_by, recorded_at)
                        values (?, ?, ?, ?, ?)""").params(processInstance, number, on, by, now()).update();
    }

    /** Who reported last what the process is about. */
    public Optional<String> reportedBy(String processInstance) {
        return jdbc.sql(
                        "select reported_by from adverse_event_report where process_instance = ? order by id desc limit 1")
                .param(processInstance)
                .query(String.class)
                .optional();
    }

    public Optional<Event> find(String processInstance) {
        return jdbc.sql("select project_code, learned_on, serious, what from adverse_event where process_instance = ?")
                .param(processInstance)
                .query((row, number) -> new Event(
                        new ProjectCode(row.getString("project_code")),
                        row.getObject("learned_on", LocalDate.class),
                        row.getBoolean("serious"),
                        row.getString("what")))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
