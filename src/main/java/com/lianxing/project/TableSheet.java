package com.lianxing.project;

import com.lianxing.calendar.Clock;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A sheet whose rows live in a table of its own: {@code project_code, shipment_id, version, position}, one typed column
 * per {@link Sheet.Column}. The table is append-only; {@code sheet_version} says which version counts.
 */
public final class TableSheet implements Sheet {

    private static final int MOST_ROWS = 2_000;

    private final String name;
    private final String table;
    private final boolean perShipment;
    private final List<Column> columns;
    private final List<Rule> rules;
    private final Offer offer;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What every table sheet needs, so that a definition says only what is its own. */
    public record Store(JdbcClient jdbc, JdbcTemplate batch, TransactionTemplate transaction, Clock clock) {}

    /** Which options of a column a subject may choose from. */
    @FunctionalInterface
    public interface Offer {
        List<String> options(Subject subject, Column column);
    }

    /** A sheet that offers every subject all options of its columns. */
    public TableSheet(
            String name, String table, boolean perShipment, List<Column> columns, List<Rule> rules, Store store) {
        this(name, table, perShipment, columns, rules, (subject, column) -> column.options(), store);
    }

    /** @param offer what of the options is shown and taken */
    public TableSheet(
            String name,
            String table,
            boolean perShipment,
            List<Column> columns,
            List<Rule> rules,
            Offer offer,
            Store store) {
        this.name = name;
        this.table = table;
        this.perShipment = perShipment;
        this.columns = List.copyOf(columns);
        this.rules = List.copyOf(rules);
        this.offer = offer;
        this.jdbc = store.jdbc();
        this.batch = store.batch();
        this.transaction = store.transaction();
        this.clock = store.clock();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean perShipment() {
        return perShipment;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<String> options(Subject subject, Column column) {
        return offer.options(subject, column);
    }

    @Override
    public Content read(Subject subject) {
        long version = jdbc.sql(
                        "select version from sheet_version where project_code = ? and shipment_id = ? and sheet = ?")
                .params(subject.project().value(), subject.shipmentKey(), table)
                .query(Long.class)
                .optional()
                .orElse(0L);
        List<Map<String, String>> rows = jdbc.sql("select " + sqlColumns() + " from " + table
                        + " where project_code = ? and shipment_id = ? and version = ? order by position")
                .params(subject.project().value(), subject.shipmentKey(), version)
                .query((row, number) -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    for (Column column : columns) {
                        String value = row.getString(sqlName(column));
                        values.put(column.key(), value == null ? "" : plain(column, value));
                    }
                    return values;
                })
                .list();
        return new Content(version, rows);
    }

    @Override
    public Saved save(Subject subject, long version, List<Map<String, String>> rows, String person) {
        List<Map<String, String>> filled = rows.stream()
                .filter(row -> row.values().stream().anyMatch(value -> value != null && !value.isBlank()))
                .toList();
        List<CellError> errors = check(subject, filled);
        if (!errors.isEmpty()) {
            return new Saved.Refused(errors);
        }
        return transaction.execute(status -> {
            long current = lockVersion(subject);
            if (current != version) {
                return new Saved.Outdated(current);
            }
            write(subject, current + 1, filled, person);
            return new Saved.Accepted(read(subject));
        });
    }

    private List<CellError> check(Subject subject, List<Map<String, String>> rows) {
        List<CellError> errors = new ArrayList<>();
        if (rows.size() > MOST_ROWS) {
            return List.of(CellError.ofSheet("sheet.error.tooManyRows", MOST_ROWS));
        }
        Map<String, List<String>> offered = offered(subject);
        for (int row = 0; row < rows.size(); row++) {
            Map<String, String> values = rows.get(row);
            for (String key : values.keySet()) {
                if (columns.stream().noneMatch(column -> column.key().equals(key))) {
                    errors.add(CellError.at(row, key, "sheet.error.unknownColumn", key));
                }
            }
            for (Column column : columns) {
                CellError error =
                        checkCell(row, column, offered.getOrDefault(column.key(), List.of()), cell(values, column));
                if (error != null) {
                    errors.add(error);
                }
            }
        }
        if (errors.isEmpty()) {
            rules.forEach(rule -> errors.addAll(rule.check(subject, rows)));
        }
        return errors;
    }

    /** What the subject may choose in each column that offers a choice. */
    private Map<String, List<String>> offered(Subject subject) {
        return columns.stream()
                .filter(column -> column.type() == Type.SELECT)
                .collect(Collectors.toMap(Column::key, column -> offer.options(subject, column)));
    }

    /** @param offered of a SELECT, what the subject may choose */
    private static @Nullable CellError checkCell(int row, Column column, List<String> offered, String value) {
        if (value.isEmpty()) {
            return column.required() ? CellError.at(row, column.key(), "sheet.error.required") : null;
        }
        return switch (column.type()) {
            case TEXT -> checkText(row, column, value);
            case SELECT ->
                offered.contains(value)
                        ? null
                        : CellError.at(row, column.key(), "sheet.error.option", String.join(", ", offered));
            case DATE -> isDate(value) ? null : CellError.at(row, column.key(), "sheet.error.date");
            case INTEGER, DECIMAL -> checkNumber(row, column, value);
        };
    }

    private static @Nullable CellError checkText(int row, Column column, String value) {
        if (value.codePoints().anyMatch(TableSheet::isUnstorable)) {
            return CellError.at(row, column.key(), "sheet.error.characters");
        }
        if (column.most() != null && value.length() > column.most().intValueExact()) {
            return CellError.at(
                    row, column.key(), "sheet.error.tooLong", column.most().toPlainString());
        }
        Sheet.Shape shape = column.shape();
        if (shape != null && !value.matches(shape.regularExpression())) {
            return CellError.at(row, column.key(), "sheet.error.pattern", shape.example());
        }
        return null;
    }

    /** Control characters and halves of a pair; line breaks and tabs come with what is pasted. */
    private static boolean isUnstorable(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return (Character.isISOControl(character) && !layout) || Character.getType(character) == Character.SURROGATE;
    }

    private static @Nullable CellError checkNumber(int row, Column column, String value) {
        String shape = column.type() == Type.INTEGER ? "-?\\d{1,12}" : "-?\\d{1,12}(\\.\\d{1,6})?";
        if (!value.matches(shape)) {
            return CellError.at(
                    row, column.key(), column.type() == Type.INTEGER ? "sheet.error.integer" : "sheet.error.decimal");
        }
        BigDecimal number = new BigDecimal(value);
        if (column.least() != null && number.compareTo(column.least()) < 0) {
            return CellError.at(
                    row, column.key(), "sheet.error.least", column.least().toPlainString());
        }
        if (column.most() != null && number.compareTo(column.most()) > 0) {
            return CellError.at(
                    row, column.key(), "sheet.error.most", column.most().toPlainString());
        }
        return null;
    }

    private static boolean isDate(String value) {
        try {
            // With four digits: a year that needs a sign is none of ours, and too far for the database.
            return LocalDate.parse(value).getYear() >= 0 && value.length() == "2026-11-30".length();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private long lockVersion(Subject subject) {
        jdbc.sql("insert into sheet_version (project_code, shipment_id, sheet, version) values (?, ?, ?, 0) "
                        + "on conflict do nothing")
                .params(subject.project().value(), subject.shipmentKey(), table)
                .update();
        return jdbc.sql("select version from sheet_version where project_code = ? and shipment_id = ? and sheet = ? "
                        + "for update")
                .params(subject.project().value(), subject.shipmentKey(), table)
                .query(Long.class)
                .single();
    }

    private void write(Subject subject, long version, List<Map<String, String>> rows, String person) {
        String marks = columns.stream().map(TableSheet::mark).collect(Collectors.joining(", "));
        List<Object[]> arguments = new ArrayList<>();
        for (int position = 0; position < rows.size(); position++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(subject.project().value());
            row.add(subject.shipmentKey());
            row.add(version);
            row.add(position);
            row.add(person);
            row.add(Timestamp.from(clock.now()));
            for (Column column : columns) {
                String value = cell(rows.get(position), column);
                row.add(value.isEmpty() ? null : value);
            }
            arguments.add(row.toArray());
        }
        batch.batchUpdate(
                "insert into " + table + " (project_code, shipment_id, version, position, saved_by, saved_at, "
                        + sqlColumns() + ") values (?, ?, ?, ?, ?, ?, " + marks + ")",
                arguments);
        jdbc.sql("update sheet_version set version = ? where project_code = ? and shipment_id = ? and sheet = ?")
                .params(version, subject.project().value(), subject.shipmentKey(), table)
                .update();
    }

    private static String cell(Map<String, String> row, Column column) {
        String value = row.get(column.key());
        return value == null ? "" : value.strip();
    }

    private static String plain(Column column, String value) {
        return column.type() == Type.DECIMAL
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    private String sqlColumns() {
        return columns.stream().map(TableSheet::sqlName).collect(Collectors.joining(", "));
    }

    private static String mark(Column column) {
        return switch (column.type()) {
            case TEXT, SELECT -> "?";
            case INTEGER -> "?::bigint";
            case DECIMAL -> "?::numeric";
            case DATE -> "?::date";
        };
    }

    private static String sqlName(Column column) {
        return column.key().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
