package com.lianxing.process.engine.form;

import com.lianxing.process.engine.Bilingual;
import com.lianxing.process.engine.Refusal.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param hiddenWhen null for a field that is always there
 */
record Field(
        String key,
        Bilingual label,
        boolean required,
        FieldKind kind,
        @Nullable Condition hiddenWhen) {

    /**
     * A comparison of one other field with a constant, which is all that a form may hide a field by.
     *
     * @param value null stands for "not entered"; what was not ticked counts as false
     */
    record Condition(String key, boolean equal, @Nullable Object value) {

        boolean holds(Map<String, Object> entered) {
            Object found = entered.get(key);
            boolean same = value == null ? found == null : value.equals(found == null ? Boolean.FALSE : found);
            return same == equal;
        }
    }

    /** @param entered the fields above this one, as accepted */
    Checked check(@Nullable Object value, Map<String, Object> entered, FieldKind.Choices choices) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return required && !isHidden(entered) ? Checked.wrong("field.required") : Checked.ABSENT;
        }
        return isHidden(entered) ? Checked.wrong("field.hidden") : kind.check(value, choices);
    }

    private boolean isHidden(Map<String, Object> entered) {
        return hiddenWhen != null && hiddenWhen.holds(entered);
    }

    FieldError error(Checked.Wrong wrong) {
        return new FieldError(key, label, wrong.messageKey(), wrong.args());
    }

    static FieldError unknown(String key) {
        String shown = key.length() > 60 ? key.substring(0, 60) + "…" : key;
        return new FieldError(shown, Bilingual.same(shown), "field.unknown", List.of());
    }
}
