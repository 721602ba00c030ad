package com.lianxing.project;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

    /** Projects that have not ended and name the SKU in such a table, by code. */
    public List<ProjectCode> openProjectsWith(String table, String sku) {
        return projectsWith(table, sku, ProjectStatus::isOpen);
    }

    /** Projects in such a status that name the SKU in such a table, by code. */
    public List<ProjectCode> projectsWith(String table, String sku, Predicate<ProjectStatus> status) {
        return jdbc
                .sql("""
                        select distinct project.code, project.status from %1$s sheet
                          join sheet_version current on current.project_code = sheet.project_code
                            and current.shipment_id = sheet.shipment_id and current.sheet = '%1$s'
                            and current.version = sheet.version
                          join project on project.code = sheet.project_code
                        where sheet.sku = ? order by project.code""".formatted(table))
                .param(sku)
                .query((row, number) -> Map.entry(
                        new ProjectCode(row.getString("code")), ProjectStatus.valueOf(row.getString("status"))))
                .list()
                .stream()
                .filter(project -> status.test(project.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The same of a sheet that the project has only one of. */
    public <T> List<T> current(String table, ProjectCode project, RowMapper<T> row) {
        return current(table, Sheet.Subject.of(project), row);
    }
}
