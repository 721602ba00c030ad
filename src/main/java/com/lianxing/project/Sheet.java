package com.lianxing.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a project, or of one of its shipments, that people edit in a grid: SKUs, boxes, quotes, budget lines.
 *
 * <p>Each save writes a whole new version beside the old ones, so what somebody saw and changed stays readable.
 */
public interface Sheet {

    /** As tasks name it in their {@code sheets} property; also the stem of its message keys. */
    String name();

    /** Whether each shipment has rows of its own. */
    boolean perShipment();

    List<Column> columns();

    /** What of a SELECT's options the subject may choose from. */
    List<String> options(Subject subject, Column column);

    Content read(Subject subject);

    /**
     * Checks the rows and, if all are right, makes them the new version.
     *
     * @param version the version the person edited; 0 if there was none
     * @param rows values by column key as typed; empty text is no value; rows without any value are left out
     */
    Saved save(Subject subject, long version, List<Map<String, String>> rows, String person);

    /** Whose rows: a project's, or a shipment's. */
    record Subject(ProjectCode project, @Nullable String shipmentId) {

        public static Subject of(ProjectCode project) {
            return new Subject(project, null);
        }

        /** The shipment's id, or empty text: as tables keep it. */
        String shipmentKey() {
            return shipmentId == null ? "" : shipmentId;
        }
    }

    /** Version 0 has no rows. */
    record Content(long version, List<Map<String, String>> rows) {}

    /** What became of a save. */
    sealed interface Saved {
        record Accepted(Content content) implements Saved {}

        record Refused(List<CellError> errors) implements Saved {}

        /** Somebody else saved first; nothing was changed. */
        record Outdated(long current) implements Saved {}
    }

    /**
     * What is wrong with a cell.
     *
     * @param row from 0; -1 for the sheet as a whole
     * @param messageKey in the catalogues, with its arguments
     */
    record CellError(int row, @Nullable String column, String messageKey, List<Object> arguments) {

        public static CellError at(int row, String column, String messageKey, Object... arguments) {
            return new CellError(row, column, messageKey, List.of(arguments));
        }

        public static CellError ofSheet(String messageKey, Object... arguments) {
            return new CellError(-1, null, messageKey, List.of(arguments));
        }
    }

    enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        DATE,
        SELECT
    }

    /**
     * A column.
     *
     * @param key camelCase; the table's column is the same in snake_case
     * @param most of a number its value, of a text its length
     * @param options of a SELECT, all there are
     * @param optionTexts how the catalogue's keys of the options begin; null where an option reads alike in every language
     */
    record Column(
            String key,
            Type type,
            boolean required,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable Shape shape,
            List<String> options,
            @Nullable String optionTexts) {

        public static Column text(String key, int longest) {
            return new Column(key, Type.TEXT, false, null, BigDecimal.valueOf(longest), null, List.of(), null);
        }

        public static Column integer(String key, long least, long most) {
            return new Column(
                    key,
                    Type.INTEGER,
                    false,
                    BigDecimal.valueOf(least),
                    BigDecimal.valueOf(most),
                    null,
                    List.of(),
                    null);
        }

        public static Column decimal(String key, String least, String most) {
            return new Column(
                    key, Type.DECIMAL, false, new BigDecimal(least), new BigDecimal(most), null, List.of(), null);
        }

        public static Column date(String key) {
            return new Column(key, Type.DATE, false, null, null, null, List.of(), null);
        }

        public static Column select(String key, List<String> options) {
            return new Column(key, Type.SELECT, false, null, null, null, options, null);
        }

        /** Options that are read in the reader's language, under this beginning of their keys. */
        public static Column select(String key, List<String> options, String optionTexts) {
            return new Column(key, Type.SELECT, false, null, null, null, options, optionTexts);
        }

        public Column mandatory() {
            return new Column(key, type, true, least, most, shape, options, optionTexts);
        }

        /** @param example one that matches, for whoever wrote one that does not */
        public Column matching(String regularExpression, String example) {
            return new Column(
                    key, type, required, least, most, new Shape(regularExpression, example), options, optionTexts);
        }
    }

    /** What a text has to look like. */
    record Shape(String regularExpression, String example) {

        public Shape {
            if (!example.matches(regularExpression)) {
                throw new IllegalArgumentException(example + " is no " + regularExpression);
            }
        }
    }

    /** A rule over whole rows that were right cell by cell. */
    @FunctionalInterface
    interface Rule {
        List<CellError> check(Subject subject, List<Map<String, String>> rows);
    }

    /** All sheets, by name. */
    interface Sheets {
        Optional<Sheet> find(String name);
    }
}
