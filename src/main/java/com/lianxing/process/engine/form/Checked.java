package com.lianxing.process.engine.form;

import java.util.List;

/** What became of one submitted value. */
sealed interface Checked {

    /** @param value String, Long or Boolean: as it is stored, read by delegates and hashed */
    record Accepted(Object value) implements Checked {}

    /** Nothing was entered, and nothing had to be. */
    record Absent() implements Checked {}

    /** @param messageKey of the catalogue */
    record Wrong(String messageKey, List<Object> args) implements Checked {}

    Absent ABSENT = new Absent();

    static Wrong wrong(String messageKey, Object... args) {
        return new Wrong(messageKey, List.of(args));
    }
}
