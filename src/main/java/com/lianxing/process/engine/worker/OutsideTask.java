package com.lianxing.process.engine.worker;

import com.lianxing.process.engine.Var;
import java.util.Map;
import java.util.Optional;

/**
 * One external task that a handler works on. The same task comes again after a crash: what a handler does outside is
 * kept under an id made of the instance, never of the task's turn.
 *
 * @param projectCode the business key
 * @param variables all that the task sees
 */
public record OutsideTask(
        String id, String processInstanceId, String activityId, String projectCode, Map<String, Object> variables) {

    public <T> Optional<T> find(Var<T> variable) {
        return variable.find(variables);
    }

    /** @throws IllegalStateException if there is no value */
    public <T> T get(Var<T> variable) {
        return find(variable)
                .orElseThrow(() -> new IllegalStateException("process variable '%s' is missing".formatted(variable)));
    }
}
