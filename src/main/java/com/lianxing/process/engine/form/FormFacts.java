package com.lianxing.process.engine.form;

import com.lianxing.process.engine.Reader;

/**
 * Writes what a form shows but does not ask: a text component with {@code "properties": {"serverText": "<name>"}} gets
 * this text when a person opens the form, and exactly what was rendered is kept as what that person saw.
 */
public interface FormFacts {

    /** What the form calls it, for example {@code budgetFacts}. */
    String name();

    /** The one form it writes for; empty for every form that no other bean of this name writes for. */
    default String formId() {
        return "";
    }

    /** Markdown in the reader's language. What people entered is escaped with {@link Markdown#escape}. */
    String markdown(FormView view, Reader reader);
}
