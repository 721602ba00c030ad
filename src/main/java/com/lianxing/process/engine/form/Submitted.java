package com.lianxing.process.engine.form;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** What came in with a command, as plain values. Nothing is deserialized on the way. */
final class Submitted {

    /** Stands for a value of a kind that no field takes: a file, an object, bytes. */
    static final Object FOREIGN = new Object();

    private Submitted() {}

    static Map<String, @Nullable Object> plain(@Nullable Map<String, ?> variables) {
        if (variables == null) {
            return Collections.emptyMap();
        }
        Map<String, @Nullable Object> plain = new HashMap<>();
        for (String name : variables.keySet()) {
            plain.put(
                    name, plain(variables instanceof VariableMap map ? map.getValueTyped(name) : variables.get(name)));
        }
        return plain;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof TypedValue typed) {
            boolean primitive = typed instanceof PrimitiveValue<?> || typed.getType() == null;
            return primitive || "null".equals(typed.getType().getName()) ? plain(typed.getValue()) : FOREIGN;
        }
        return value == null || value instanceof String || value instanceof Boolean || value instanceof Number
                ? value
                : FOREIGN;
    }
}
