package com.lianxing.sourcing;

import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /** Of all projects that closed, for those of the suppliers that any scored. */
    public Map<UUID, Score> of(Collection<UUID> suppliers) {
        Map<UUID, Score> scores = new HashMap<>();
        jdbc.sql("""
                        select supplier_id, avg(score) as average, count(*) as projects from supplier_score
                        where supplier_id = any (?) group by supplier_id""").param(suppliers.toArray(UUID[]::new)).query(row -> {
            scores.put(row.getObject("supplier_id", UUID.class), score(row));
        });
        return scores;
    }

    /** The same of whoever goes by that name; empty if nobody does, or none scored it. */
    public Optional<Score> named(String supplier) {
        return jdbc.sql("""
                        select avg(score) as average, count(*) as projects from supplier_score
                          join supplier on supplier.id = supplier_id
                        where name_key = ? having count(*) > 0""")
                .param(SupplierDetails.key(supplier))
                .query((row, number) -> score(row))
                .optional();
    }

    private static Score score(ResultSet row) throws SQLException {
        return new Score(row.getBigDecimal("average").setScale(1, RoundingMode.HALF_UP), row.getInt("projects"));
    }
}
