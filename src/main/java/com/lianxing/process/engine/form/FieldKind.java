package com.lianxing.process.engine.form;

import com.lianxing.process.engine.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of fields a form may have, each with what it accepts and as what. */
sealed interface FieldKind {

    /** @param value neither null nor blank */
    Checked check(Object value, Choices choices);

    /** Where a select's values come from when the form does not list them. */
    interface Choices {
        Set<String> of(String serverOptions);
    }

    /** One line or several of text, stripped of blanks at both ends. */
    record Text(
            boolean manyLines,
            int minLength,
            int maxLength,
            @Nullable Pattern pattern,
            @Nullable Bilingual patternError)
            implements FieldKind {

        static final int LINE = 255;
        static final int TEXT = 4_000;

        @Override
        public Checked check(Object value, Choices choices) {
            if (!(value instanceof String text)) {
                return Checked.wrong("field.text");
            }
            String stripped = text.strip();
            if (stripped.length() > maxLength) {
                return Checked.wrong("field.tooLong", maxLength);
            }
            if (stripped.length() < minLength) {
                return Checked.wrong("field.tooShort", minLength);
            }
            if (stripped.codePoints().anyMatch(this::isForbidden)) {
                return Checked.wrong("field.characters");
            }
            if (pattern != null && !pattern.matcher(stripped).find()) {
                return patternError == null
                        ? Checked.wrong("field.pattern")
                        : Checked.wrong("field.patternSaid", patternError);
            }
            return new Checked.Accepted(stripped);
        }

        /** Control characters, and halves of a pair that no encoding can write. */
        private boolean isForbidden(int codePoint) {
            boolean layout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            return Character.isISOControl(codePoint) && !(manyLines && layout)
                    || Character.getType(codePoint) == Character.SURROGATE;
        }
    }

    /** A number without decimals, as Long. */
    record Whole(@Nullable BigDecimal min, @Nullable BigDecimal max) implements FieldKind {

        @Override
        public Checked check(Object value, Choices choices) {
            if (!(value instanceof Long || value instanceof Integer || value instanceof Short)) {
                return Checked.wrong("field.whole");
            }
            long whole = ((Number) value).longValue();
            Checked bounds = Bounds.check(BigDecimal.valueOf(whole), min, max);
            return bounds == Checked.ABSENT ? new Checked.Accepted(whole) : bounds;
        }
    }

    /** A number with decimals, as its exact text: no binary fraction ever stands for money. */
    record Decimal(
            int digits, @Nullable BigDecimal min, @Nullable BigDecimal max) implements FieldKind {

        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");

        @Override
        public Checked check(Object value, Choices choices) {
            boolean whole = value instanceof Long || value instanceof Integer;
            String text = value instanceof String string ? string.strip() : whole ? value.toString() : "";
            if (!NUMBER.matcher(text).matches()) {
                return Checked.wrong("field.number");
            }
            BigDecimal number = new BigDecimal(text);
            if (number.stripTrailingZeros().scale() > digits) {
                return Checked.wrong("field.decimals", digits);
            }
            Checked bounds = Bounds.check(number, min, max);
            return bounds == Checked.ABSENT ? new Checked.Accepted(number.toPlainString()) : bounds;
        }
    }

    /** Yes or no; where it is required, only yes. */
    record Tick(boolean mustBeYes) implements FieldKind {

        @Override
        public Checked check(Object value, Choices choices) {
            if (!(value instanceof Boolean yes)) {
                return Checked.wrong("field.yesNo");
            }
            return mustBeYes && !yes ? Checked.wrong("field.mustBeTicked") : new Checked.Accepted(yes);
        }
    }

    /** One of the values the form lists. */
    record Listed(Set<String> values) implements FieldKind {

        @Override
        public Checked check(Object value, Choices choices) {
            return value instanceof String text && values.contains(text)
                    ? new Checked.Accepted(text)
                    : Checked.wrong("field.choice");
        }
    }

    /** One of the values the server offers this reader. */
    record Offered(String serverOptions) implements FieldKind {

        @Override
        public Checked check(Object value, Choices choices) {
            return value instanceof String text
                            && text.length() <= Text.LINE
                            && choices.of(serverOptions).contains(text)
                    ? new Checked.Accepted(text)
                    : Checked.wrong("field.choice");
        }
    }

    /** A date without a time, as {@code yyyy-MM-dd}. */
    record Day() implements FieldKind {

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

        @Override
        public Checked check(Object value, Choices choices) {
            try {
                LocalDate date = LocalDate.parse(value instanceof String text ? text : "", FORMAT);
                return Years.plausible(date) ? new Checked.Accepted(date.toString()) : Checked.wrong("field.date");
            } catch (DateTimeParseException e) {
                return Checked.wrong("field.date");
            }
        }
    }

    /** A local date and time, as {@code yyyy-MM-ddTHH:mm}; its zone is a field of its own. */
    record Moment() implements FieldKind {

        private static final DateTimeFormatter READ =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss][.SSS]").withResolverStyle(ResolverStyle.STRICT);
        private static final DateTimeFormatter WRITE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

        @Override
        public Checked check(Object value, Choices choices) {
            try {
                LocalDateTime moment = LocalDateTime.parse(value instanceof String text ? text : "", READ);
                return Years.plausible(moment.toLocalDate())
                        ? new Checked.Accepted(WRITE.format(moment))
                        : Checked.wrong("field.dateTime");
            } catch (DateTimeParseException e) {
                return Checked.wrong("field.dateTime");
            }
        }
    }

    /** No project of ours has dates outside: a year like 0026 or 20265 is a slip of the finger. */
    final class Years {

        private Years() {}

        static boolean plausible(LocalDate date) {
            return date.getYear() >= 2000 && date.getYear() < 2100;
        }
    }

    /** Smallest and largest number. */
    final class Bounds {

        private Bounds() {}

        /** {@link Checked#ABSENT} if nothing is wrong. */
        static Checked check(BigDecimal number, @Nullable BigDecimal min, @Nullable BigDecimal max) {
            if (min != null && number.compareTo(min) < 0) {
                return Checked.wrong("field.min", min.toPlainString());
            }
            if (max != null && number.compareTo(max) > 0) {
                return Checked.wrong("field.max", max.toPlainString());
            }
            return Checked.ABSENT;
        }
    }
}
