package com.lianxing.project;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads what the sheets hold now, for the modules that own their tables. */
@Service
public class SheetRows {

    private final JdbcClient jdbc;

    SheetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Rows of the version that counts, in their order.
     *
     * @param table of a {@link TableSheet}
     */
    public <T> List<T> current(String table, Sheet.Subject subject, RowMapper<T> row) {
        return jdbc.sql("""
                        select sheet.* from %1$s sheet
                          join sheet_version current on current.project_code = sheet.project_code
                            and current.shipment_id = sheet.shipment_id and current.sheet = '%1$s'
                            and current.version = sheet.version
                        where sheet.project_code = ? and sheet.shipment_id = ? order by sheet.position""".formatted(table))
                .params(subject.project().value(), subject.shipmentKey())
                .query(row)
                .list();
    }

    /** The same of a sheet that the project has only one of. */
    public <T> List<T> current(String table, ProjectCode project, RowMapper<T> row) {
        return current(table, Sheet.Subject.of(project), row);
    }
}
