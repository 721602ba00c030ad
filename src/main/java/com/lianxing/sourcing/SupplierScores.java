package com.lianxing.sourcing;

import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How well suppliers did, as each project said at its closing. */
@Service
public class SupplierScores {

    private final JdbcClient jdbc;
    private final Clock clock;

    SupplierScores(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param average from 1 to 5, to one digit */
    public record Score(BigDecimal average, int projects) {}

    /**
     * Keeps what the project says of it; the same again changes nothing.
     *
     * @param score from 1 to 5
     */
    @Transactional
    public void keep(ProjectCode project, UUID supplier, int score, String by) {
        jdbc.sql("""
                        insert into supplier_score (supplier_id, project_code, score, scored_by, scored_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(supplier, project.value(), score, by, clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of all projects that closed; empty if none scored it. */
    public Optional<Score> of(UUID supplier) {
        return jdbc.sql("select avg(score) as average, count(*) as projects from supplier_score where supplier_id = ?")
                .param(supplier)
                .query((row, number) -> new Score(
                        Optional.ofNullable(row.getBigDecimal("average"))
                                .orElse(BigDecimal.ZERO)
                                .setScale(1, RoundingMode.HALF_UP),
                        row.getInt("projects")))
                .optional()
                .filter(score -> score.projects() > 0);
    }
}
