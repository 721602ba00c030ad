package com.lianxing.certification;

import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the FDA's public data said of a project's numbers when they were looked up. */
@Service
public class RegistryChecks {

    private final JdbcClient jdbc;
    private final Certifications certifications;
    private final Clock clock;

    RegistryChecks(JdbcClient jdbc, Certifications certifications, Clock clock) {
        this.jdbc = jdbc;
        this.certifications = certifications;
        this.clock = clock;
    }

    /** @param hits how many records name the number; empty where nobody answered */
    public record Check(String number, Optional<Long> hits, String source, Instant at) {}

    @Transactional
    public void keep(ProjectCode project, String number, Optional<Long> hits, String source) {
        jdbc.sql("""
                        insert into certification_lookup (project_code, number, hits, source, looked_up_at)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        project.value(),
                        number,
                        hits.orElse(null),
                        source,
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest of each number that the project has now, in the order of the numbers. */
    public List<Check> of(ProjectCode project) {
        Set<String> current = certifications.registrations(project).stream()
                .map(Registration::number)
                .collect(Collectors.toSet());
        return jdbc
                .sql("""
                        select distinct on (number) number, hits, source, looked_up_at from certification_lookup
                        where project_code = ? order by number, id desc""")
                .param(project.value())
                .query((row, number) -> new Check(
                        row.getString("number"),
                        Optional.ofNullable(row.getObject("hits", Long.class)),
                        row.getString("source"),
                        row.getObject("looked_up_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .filter(check -> current.contains(check.number()))
                .toList();
    }
}
