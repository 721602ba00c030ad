package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Under which of the FDA's rules compliance found a SKU to fall when its project was checked: domain.md A03. */
@Service
public class FdaFindings {

    private final JdbcClient jdbc;
    private final Clock clock;

    FdaFindings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param path name as {@code fda-path.dmn} knows it */
    @Transactional
    public void keep(ProjectCode project, String sku, String path, String by) {
        jdbc.sql("""
                        insert into inbound_fda_path (project_code, sku, path, found_by, found_at) values (?, ?, ?, ?, ?)""")
                .params(project.value(), sku, path, by, clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was found last. */
    public Optional<String> latest(ProjectCode project, String sku) {
        return jdbc.sql("select path from inbound_fda_path where project_code = ? and sku = ? order by id desc limit 1")
                .params(project.value(), sku)
                .query(String.class)
                .optional();
    }
}
