package com.lianxing.counterexample;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** Names variables by strings, by call and by reference. */
final class VariableReader {

    @Nullable
    Object read(VariableScope scope) {
        return scope.getVariable("budget");
    }

    void write(RuntimeService runtime) {
        runtime.setVariable("instance", "budget", 1L);
    }

    void submit(VariableScope scope, Map<String, Object> values) {
        values.forEach(scope::setVariable);
    }
}
