package com.lianxing.certification;

import com.lianxing.calendar.Clock;
import com.lianxing.certification.ComplianceLookup.Register;
import com.lianxing.certification.RegistryQuestions.Question;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the FDA's public data said of a project when they were asked. */
@Service
public class RegistryChecks {

    private final JdbcClient jdbc;
    private final RegistryQuestions questions;
    private final Clock clock;

    RegistryChecks(JdbcClient jdbc, RegistryQuestions questions, Clock clock) {
        this.jdbc = jdbc;
        this.questions = questions;
        this.clock = clock;
    }

    /** @param hits how many records there are; empty where nobody answered */
    public record Check(Question question, Optional<Long> hits, String source, Instant at) {}

    @Transactional
    public void keep(ProjectCode project, Question question, Optional<Long> hits, String source) {
        jdbc.sql("""
                        insert into certification_lookup (project_code, register, number, hits, source, looked_up_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        project.value(),
                        question.register().name(),
                        question.term(),
                        hits.orElse(null),
                        source,
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest answer to each question that the project raises now, in the order of the questions. */
    public List<Check> of(ProjectCode project) {
        Map<Question, Check> latest = new HashMap<>();
        jdbc.sql("""
                        select distinct on (register, number) register, number, hits, source, looked_up_at
                        from certification_lookup where project_code = ? order by register, number, id desc""")
                .param(project.value())
                .query((row, number) -> new Check(
                        new Question(Register.valueOf(row.getString("register")), row.getString("number")),
                        Optional.ofNullable(row.getObject("hits", Long.class)),
                        row.getString("source"),
                        row.getObject("looked_up_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(check -> latest.put(check.question(), check));
        return questions.of(project).stream()
                .map(latest::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
