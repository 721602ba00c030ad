package com.lianxing.process.engine.form;

import com.lianxing.process.engine.Bilingual;
import com.lianxing.process.engine.Refusal.FieldError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form accepts, read from the form itself, so that what the browser checks and what the server checks cannot
 * drift apart.
 *
 * @param formId empty for a task without a form, which accepts nothing
 */
record FormRules(String formId, List<Field> fields) {

    private static final int MOST_ERRORS = 25;

    static final FormRules NO_FORM = new FormRules("", List.of());

    /** @param values accepted values by key, in the order of the form */
    record Result(Map<String, Object> values, List<FieldError> errors) {}

    FormRules {
        fields = List.copyOf(fields);
    }

    /** Holds what was submitted to the rules; finds everything that is wrong, not only the first. */
    Result check(Map<String, ?> submitted, FieldKind.Choices choices) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (Field field : fields) {
            Checked checked = field.check(submitted.get(field.key()), values, choices);
            if (checked instanceof Checked.Accepted accepted) {
                values.put(field.key(), accepted.value());
            } else if (checked instanceof Checked.Wrong wrong) {
                errors.add(field.error(wrong));
            }
        }
        submitted.keySet().stream()
                .filter(key -> fields.stream().noneMatch(field -> field.key().equals(key)))
                .sorted()
                .map(Field::unknown)
                .forEach(errors::add);
        return new Result(
                Collections.unmodifiableMap(values),
                errors.size() > MOST_ERRORS ? List.copyOf(errors.subList(0, MOST_ERRORS)) : List.copyOf(errors));
    }

    /** What the person sees of a broken rule: beside the field to blame, or without one. */
    FieldError error(Violation violation) {
        String key = violation.field();
        if (key == null) {
            return new FieldError("", Bilingual.same(""), violation.messageKey(), violation.args());
        }
        Bilingual label = fields.stream()
                .filter(field -> field.key().equals(key))
                .map(Field::label)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("form %s has no field %s".formatted(formId, key)));
        return new FieldError(key, label, violation.messageKey(), violation.args());
    }
}
