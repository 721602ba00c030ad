package com.lianxing.process.engine.form;

import java.util.ArrayList;
import java.util.List;

/** Collects the rules that a submission breaks. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public Violations when(boolean broken, String field, String messageKey, Object... args) {
        if (broken) {
            found.add(Violation.of(field, messageKey, args));
        }
        return this;
    }

    public Violations add(Violation violation) {
        found.add(violation);
        return this;
    }

    public List<Violation> list() {
        return List.copyOf(found);
    }
}
