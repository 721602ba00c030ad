package com.lianxing.certification;

import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was filed with the FDA, and what became of it. */
@Service
public class Filings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Filings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What happens to a filing. */
    public enum Kind {
        SUBMITTED,
        /** The FDA has it and looks at it, or has put it on its list. */
        ACKNOWLEDGED,
        REFUSED_TO_ACCEPT,
        /** The FDA asks for more; its clock stands still until it has it. */
        HELD,
        ANSWERED,
        GRANTED,
        NOT_GRANTED,
        /** By us, or taken for withdrawn because no answer came. */
        WITHDRAWN;

        /** The key of the name in the catalogue. */
        public String messageKey() {
            return "certification.filing." + name();
        }
    }

    public record Event(Kind kind, Instant at, String note, String recordedBy) {}

    public record Filing(String id, ProjectCode project, FdaPath path) {}

    /** Opens it; a second time it changes nothing. */
    @Transactional
    public void open(Filing filing) {
        jdbc.sql("insert into filing (id, project_code, path) values (?, ?, ?) on conflict do nothing")
                .params(filing.id(), filing.project().value(), filing.path().name())
                .update();
    }

    /** @throws IllegalArgumentException if there is no such filing */
    public Filing require(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no filing " + id));
    }

    public Optional<Filing> find(String id) {
        return jdbc.sql("select id, project_code, path from filing where id = ?")
                .param(id)
                .query(Filings::filing)
                .optional();
    }

    public List<Filing> of(ProjectCode project) {
        return jdbc.sql("select id, project_code, path from filing where project_code = ? order by id")
                .param(project.value())
                .query(Filings::filing)
                .list();
    }

    @Transactional
    public void note(String filing, Kind kind, Instant at, String note, String by) {
        jdbc.sql("""
                        insert into filing_event (filing_id, kind, happened_at, note, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(filing, kind.name(), time(at), note, by, time(clock.now()))
                .update();
    }

    /** In the order they were recorded. */
    public List<Event> events(String filing) {
        return jdbc.sql("select kind, happened_at, note, recorded_by from filing_event where filing_id = ? order by id")
                .param(filing)
                .query((row, number) -> new Event(
                        Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("happened_at").toInstant(),
                        row.getString("note"),
                        row.getString("recorded_by")))
                .list();
    }

    public Optional<Event> last(String filing) {
        List<Event> events = events(filing);
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }

    /**
     * How long the FDA has had it since it was submitted last; without the days it waits for an answer now.
     *
     * @throws IllegalStateException before it was submitted
     */
    public ReviewClock clock(String filing) {
        ReviewClock running = null;
        Instant heldAt = null;
        for (Event event : events(filing)) {
            if (event.kind() == Kind.SUBMITTED) {
                running = new ReviewClock(event.at(), Duration.ZERO);
                heldAt = null;
            } else if (event.kind() == Kind.HELD) {
                heldAt = event.at();
            } else if (event.kind() == Kind.ANSWERED && running != null && heldAt != null) {
                running = running.resumed(heldAt, event.at());
                heldAt = null;
            }
        }
        if (running == null) {
            throw new IllegalStateException("not submitted: " + filing);
        }
        return running;
    }

    private static Filing filing(ResultSet row, int number) throws SQLException {
        return new Filing(
                row.getString("id"),
                new ProjectCode(row.getString("project_code")),
                FdaPath.valueOf(row.getString("path")));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
